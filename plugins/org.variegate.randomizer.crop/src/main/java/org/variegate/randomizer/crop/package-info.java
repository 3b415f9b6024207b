/** A random field of view. */
package org.variegate.randomizer.crop;
