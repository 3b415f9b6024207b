package org.variegate.formats.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

/**
 * A NIfTI-1 header as bytes.
 *
 * @param grid where the voxels lie
 * @param channels along the fourth axis, if more than one
 * @param datatype NIfTI's code
 * @param bits of a voxel
 */
public record NiftiHeaderBytes(Grid grid, int channels, int datatype, int bits) {
  private static final int SIZE = NiftiHeader.SIZE_1 + 4;
  private static final byte MILLIMETRES = 2;
  private static final short SCANNER = 1;

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if an axis is longer than 32,767
   */
  public NiftiHeaderBytes {
    long[] shape = {grid.nx(), grid.ny(), grid.nz(), channels};
    for (long length : shape) {
      if (length > Short.MAX_VALUE) {
        throw new IllegalArgumentException(
            "shape: NIfTI-1 needs at most 32767 voxels along each axis, got "
                + VolumeHeader.text(shape));
      }
    }
  }

  /**
   * The header and the four bytes that say that no extension follows.
   *
   * @param slope value = slope * stored + intercept
   * @param intercept see slope
   * @param description at most 79 characters are kept
   * @return 352 bytes
   */
  public byte[] bytes(float slope, float intercept, String description) {
    ByteBuffer out = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0, NiftiHeader.SIZE_1);
    out.put(38, (byte) 'r');
    shape(out);
    out.putShort(70, (short) datatype);
    out.putShort(72, (short) bits);
    out.putFloat(108, SIZE);
    out.putFloat(112, slope);
    out.putFloat(116, intercept);
    out.put(123, MILLIMETRES);
    byte[] text = description.getBytes(StandardCharsets.US_ASCII);
    out.put(148, text, 0, Math.min(text.length, 79));
    rotation(out);
    out.putShort(254, SCANNER);
    for (int i = 0; i < 12; i++) {
      out.putFloat(280 + 4 * i, (float) grid.toWorld().get(i / 4, i % 4));
    }
    out.put(344, new byte[] {'n', '+', '1', 0});
    return out.array();
  }

  private void shape(ByteBuffer out) {
    int[] dim = {channels > 1 ? 4 : 3, grid.nx(), grid.ny(), grid.nz(), channels, 1, 1, 1};
    for (int i = 0; i < dim.length; i++) {
      out.putShort(40 + 2 * i, (short) dim[i]);
      out.putFloat(76 + 4 * i, i >= 1 && i <= 3 ? (float) grid.spacing(i - 1) : 1);
    }
  }

  private void rotation(ByteBuffer out) {
    double sign = grid.toWorld().determinant() < 0 ? -1 : 1;
    double[][] r = directions(sign);
    out.putFloat(76, (float) sign);
    out.putShort(252, isOrthogonal(r) ? SCANNER : 0);
    double[] quaternion = quaternion(r);
    for (int i = 0; i < 3; i++) {
      out.putFloat(256 + 4 * i, (float) quaternion[i]);
      out.putFloat(268 + 4 * i, (float) grid.toWorld().get(i, 3));
    }
  }

  private double[][] directions(double sign) {
    Affine affine = grid.toWorld();
    double[][] r = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int axis = 0; axis < 3; axis++) {
        r[row][axis] = affine.get(row, axis) / grid.spacing(axis) * (axis == 2 ? sign : 1);
      }
    }
    return r;
  }

  private static boolean isOrthogonal(double[][] r) {
    for (int axis = 0; axis < 3; axis++) {
      int other = (axis + 1) % 3;
      double cosine =
          r[0][axis] * r[0][other] + r[1][axis] * r[1][other] + r[2][axis] * r[2][other];
      if (!(Math.abs(cosine) < 1e-5)) {
        return false;
      }
    }
    return true;
  }

  /** The vector part of the rotation's unit quaternion whose scalar part is not negative. */
  private static double[] quaternion(double[][] r) {
    double[] squares = {
      1 + r[0][0] + r[1][1] + r[2][2],
      1 + r[0][0] - r[1][1] - r[2][2],
      1 - r[0][0] + r[1][1] - r[2][2],
      1 - r[0][0] - r[1][1] + r[2][2]
    };
    double[][] products = {
      {squares[0], r[2][1] - r[1][2], r[0][2] - r[2][0], r[1][0] - r[0][1]},
      {r[2][1] - r[1][2], squares[1], r[0][1] + r[1][0], r[0][2] + r[2][0]},
      {r[0][2] - r[2][0], r[0][1] + r[1][0], squares[2], r[1][2] + r[2][1]},
      {r[1][0] - r[0][1], r[0][2] + r[2][0], r[1][2] + r[2][1], squares[3]}
    };
    int largest = squares[0] > 0.5 ? 0 : 1;
    for (int i = largest + 1; i < 4 && largest > 0; i++) {
      largest = squares[i] > squares[largest] ? i : largest;
    }
    double[] row = products[largest];
    double scale = (row[0] < 0 ? -1 : 1) / (2 * Math.sqrt(squares[largest]));
    return new double[] {row[1] * scale, row[2] * scale, row[3] * scale};
  }
}
