/** A random Gaussian blur. */
package org.variegate.randomizer.blur;
