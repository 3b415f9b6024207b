/** Photographs as backgrounds. */
package org.variegate.randomizer.composite;
