/** Slices and slabs of volumes. */
package org.variegate.randomizer.slice;
