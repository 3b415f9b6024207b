package org.variegate.formats.internal;

import java.nio.ByteOrder;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

/**
 * What the header of a volume says, checked.
 *
 * @param format {@code NIfTI-1}
 * @param grid as in the file, in mm
 * @param channels at least 1; each is a whole volume, one after another
 * @param type of a voxel
 * @param order of its bytes
 * @param offset of the first voxel in bytes, after decompression
 * @param slope value = slope * stored + intercept
 * @param intercept see slope
 */
public record VolumeHeader(
    String format,
    Grid grid,
    int channels,
    ElementType type,
    ByteOrder order,
    long offset,
    double slope,
    double intercept) {
  private static final double SMALLEST = 1e-4;
  private static final double LARGEST = 1e3;
  private static final double FARTHEST = 1e6;

  /**
   * The size that the file must have at least.
   *
   * @return in bytes, after decompression
   */
  public long bytes() {
    return offset + (long) grid.size() * channels * type.bytes();
  }

  /**
   * Whether the values are what is stored.
   *
   * @return false if they are to be scaled
   */
  public boolean isPlain() {
    return slope == 1 && intercept == 0;
  }

  /** A grid of a file, whose lengths and number of channels may be nonsense. */
  static Grid grid(long[] shape, long channels, Affine toWorld) {
    double voxels = channels;
    for (long length : shape) {
      if (length < 1) {
        throw new IllegalArgumentException(
            "dim: needs at least one voxel along each axis, got " + text(shape));
      }
      voxels *= length;
    }
    if (voxels > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "dim: needs fewer than 2^31 voxels, got "
              + text(shape)
              + (channels > 1 ? " in " + channels + " channels" : ""));
    }
    checkSpacing(toWorld);
    return new Grid((int) shape[0], (int) shape[1], (int) shape[2], toWorld);
  }

  private static void checkSpacing(Affine affine) {
    double product = 1;
    for (int axis = 0; axis < 3; axis++) {
      double length = length(affine, axis);
      if (!(length >= SMALLEST && length <= LARGEST)) {
        throw new IllegalArgumentException(
            "spacing: needs 0.0001 to 1000 mm along each axis, got " + (float) length);
      }
      product *= length;
      if (!(Math.abs(affine.get(axis, 3)) <= FARTHEST)) {
        throw new IllegalArgumentException(
            "offset: needs at most 1000000 mm along each axis, got " + (float) affine.get(axis, 3));
      }
    }
    if (!(Math.abs(affine.determinant()) > 1e-6 * product)) {
      throw new IllegalArgumentException("affine: needs an invertible matrix, got " + affine);
    }
  }

  private static double length(Affine affine, int axis) {
    double x = affine.get(0, axis);
    double y = affine.get(1, axis);
    double z = affine.get(2, axis);
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** Lengths of axes, as people write them. */
  static String text(long[] shape) {
    StringBuilder text = new StringBuilder();
    for (long length : shape) {
      text.append(text.isEmpty() ? "" : " x ").append(length);
    }
    return text.toString();
  }
}
