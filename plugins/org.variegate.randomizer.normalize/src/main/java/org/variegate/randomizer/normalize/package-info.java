/** Clipping, and scaling to a range. */
package org.variegate.randomizer.normalize;
