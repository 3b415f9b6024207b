package org.variegate.formats.internal;

import java.nio.ByteBuffer;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

/**
 * The header of a FreeSurfer MGH file: big-endian; directions of the axes and the place of the
 * middle voxel instead of a matrix.
 */
final class MghHeader {
  /** Where the voxels begin. */
  static final int SIZE = 284;

  private static final double[] CORONAL = {-1, 0, 0, 0, 0, -1, 0, 1, 0, 0, 0, 0};

  private MghHeader() {}

  static VolumeHeader check(ByteBuffer in) {
    long[] shape = {in.getInt(4), in.getInt(8), in.getInt(12)};
    int frames = in.getInt(16);
    if (frames < 1) {
      throw new IllegalArgumentException("nframes: needs at least 1, got " + frames);
    }
    ElementType type = type(in.getInt(20));
    Grid grid = VolumeHeader.grid(shape, frames, toWorld(in, shape));
    return new VolumeHeader("MGH", grid, frames, type, in.order(), SIZE, 1, 0);
  }

  private static ElementType type(int code) {
    return switch (code) {
      case 0 -> ElementType.UINT8;
      case 1 -> ElementType.INT32;
      case 3 -> ElementType.FLOAT32;
      case 4 -> ElementType.INT16;
      case 10 -> ElementType.UINT16;
      default ->
          throw new IllegalArgumentException(
              "type: needs 0, 1, 3, 4 or 10 (integers or float32), got " + code);
    };
  }

  private static Affine toWorld(ByteBuffer in, long[] shape) {
    boolean good = in.getShort(28) == 1;
    double[] m = new double[12];
    for (int row = 0; row < 3; row++) {
      double centre = good ? in.getFloat(42 + 4 * (9 + row)) : CORONAL[9 + row];
      for (int axis = 0; axis < 3; axis++) {
        int at = 3 * axis + row;
        double direction = good ? in.getFloat(42 + 4 * at) : CORONAL[at];
        m[4 * row + axis] = direction * (good ? spacing(in, axis) : 1);
        centre -= m[4 * row + axis] * shape[axis] / 2.0;
      }
      m[4 * row + 3] = centre;
    }
    return Affine.of(m);
  }

  private static double spacing(ByteBuffer in, int axis) {
    float spacing = in.getFloat(30 + 4 * axis);
    if (!(spacing > 0)) {
      throw new IllegalArgumentException("spacing: needs values above 0, got " + spacing);
    }
    return spacing;
  }
}
