/** Thick slices and anisotropic voxels, with their point spread function. */
package org.variegate.randomizer.resolution;
