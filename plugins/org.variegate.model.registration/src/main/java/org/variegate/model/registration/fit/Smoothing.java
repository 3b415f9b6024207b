package org.variegate.model.registration.fit;

import org.variegate.model.registration.field.Size;

/** Binomial smoothing along each axis of more than one voxel: its own transpose. */
final class Smoothing {
  private final int[] lengths;
  private final int passes;
  private final float[] buffer;

  /**
   * Of fields.
   *
   * @param size of a field
   * @param passes with (1, 2, 1) / 4; beyond the outermost voxels a field is as there
   */
  Smoothing(Size size, int passes) {
    lengths = size.toArray();
    this.passes = passes;
    buffer = new float[3 * size.voxels()];
  }

  /** Smooths a field, [3, nz, ny, nx], in its place. */
  void apply(float[] field) {
    for (int pass = 0; pass < passes; pass++) {
      int stride = 1;
      for (int length : lengths) {
        if (length > 1) {
          along(field, stride, length);
        }
        stride *= length;
      }
    }
  }

  private void along(float[] field, int stride, int length) {
    System.arraycopy(field, 0, buffer, 0, field.length);
    for (int i = 0; i < field.length; i++) {
      int at = i / stride % length;
      float below = buffer[at > 0 ? i - stride : i];
      float above = buffer[at < length - 1 ? i + stride : i];
      field[i] = 0.25f * below + 0.5f * buffer[i] + 0.25f * above;
    }
  }
}
