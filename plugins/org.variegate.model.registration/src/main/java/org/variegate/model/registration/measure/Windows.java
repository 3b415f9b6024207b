package org.variegate.model.registration.measure;

import org.variegate.model.registration.field.Size;

/**
 * Sums over the voxels at most so many beside each along every axis, as far as there are any: an
 * operator that is its own transpose.
 */
final class Windows {
  private final int[] lengths;
  private final int radius;
  private final float[] buffer;

  /**
   * Of one size.
   *
   * @param size of images
   * @param radius voxels to either side
   */
  Windows(Size size, int radius) {
    lengths = size.toArray();
    this.radius = radius;
    buffer = new float[size.voxels()];
  }

  /** Puts sums in the place of values, [nz, ny, nx]. */
  void sum(float[] values) {
    int stride = 1;
    for (int length : lengths) {
      if (length > 1) {
        along(values, stride, length);
      }
      stride *= length;
    }
  }

  /** Voxels that lie beside each other along an axis are summed side by side, row by row. */
  private void along(float[] values, int stride, int length) {
    System.arraycopy(values, 0, buffer, 0, values.length);
    for (int block = 0; block < values.length; block += stride * length) {
      for (int i = 0; i < length; i++) {
        int to = block + i * stride;
        for (int k = Math.max(0, i - radius); k <= Math.min(length - 1, i + radius); k++) {
          if (k != i) {
            add(block + k * stride, values, to, stride);
          }
        }
      }
    }
  }

  private void add(int from, float[] values, int to, int count) {
    for (int j = 0; j < count; j++) {
      values[to + j] += buffer[from + j];
    }
  }
}
