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

  int size() {
    return nx * ny * nz;
  }

  /** A volume of another length along one axis. */
  Volume resized(int axis, int length, float[] array, int at) {
    return new Volume(
        array, at, axis == 0 ? length : nx, axis == 1 ? length : ny, axis == 2 ? length : nz);
  }
}
