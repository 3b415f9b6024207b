package org.variegate.raster;

/**
 * One channel in an array, x fastest.
 *
 * @param values holds it
 * @param from index of its first voxel
 */
record Volume(float[] values, int from, int nx, int ny, int nz) {

  int length(int axis) {
    return axis == 0 ? nx : axis == 1 ? ny : nz;
  }
}
