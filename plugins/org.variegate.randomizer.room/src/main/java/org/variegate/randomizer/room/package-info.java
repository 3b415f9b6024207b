/** Walls behind the subject. */
package org.variegate.randomizer.room;
