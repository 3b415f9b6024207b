package org.variegate.formats.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.variegate.api.space.Affine;

/**
 * The fields of a NIfTI-1 or NIfTI-2 header that say where voxels lie and what they are, after
 * nifti1.h (Cox et al. 2004) and nifti2.h (2011). The affine map is taken as nibabel does: sform if
 * its code is above 0, else qform, else the spacing alone, with the first axis to the left and the
 * origin in the middle.
 */
record NiftiHeader(
    String format,
    String magic,
    long[] dim,
    int datatype,
    double[] pixdim,
    double offset,
    double slope,
    double intercept,
    int units,
    int qform,
    int sform,
    double[] quaternion,
    double[] rows) {
  /** The size of a NIfTI-1 header, which is its first field. */
  static final int SIZE_1 = 348;

  /** The size of a NIfTI-2 header, which is its first field. */
  static final int SIZE_2 = 540;

  private static final double NO_ROTATION = 3 * 0x1p-23;

  static NiftiHeader first(ByteBuffer in) {
    long[] dim = new long[8];
    double[] pixdim = new double[8];
    for (int i = 0; i < 8; i++) {
      dim[i] = in.getShort(40 + 2 * i);
      pixdim[i] = in.getFloat(76 + 4 * i);
    }
    return new NiftiHeader(
        "NIfTI-1",
        magic(in, 344),
        dim,
        in.getShort(70),
        pixdim,
        in.getFloat(108),
        in.getFloat(112),
        in.getFloat(116),
        in.get(123),
        in.getShort(252),
        in.getShort(254),
        floats(in, 256, 6),
        floats(in, 280, 12));
  }

  static NiftiHeader second(ByteBuffer in) {
    long[] dim = new long[8];
    for (int i = 0; i < 8; i++) {
      dim[i] = in.getLong(16 + 8 * i);
    }
    return new NiftiHeader(
        "NIfTI-2",
        magic(in, 4),
        dim,
        in.getShort(12),
        doubles(in, 104, 8),
        in.getLong(168),
        in.getDouble(176),
        in.getDouble(184),
        in.getInt(500),
        in.getInt(344),
        in.getInt(348),
        doubles(in, 352, 6),
        doubles(in, 400, 12));
  }

  private static String magic(ByteBuffer in, int at) {
    byte[] bytes = new byte[3];
    in.get(at, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static double[] floats(ByteBuffer in, int at, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.getFloat(at + 4 * i);
    }
    return values;
  }

  private static double[] doubles(ByteBuffer in, int at, int count) {
    double[] values = new double[count];
    in.slice(at, 8 * count).order(in.order()).asDoubleBuffer().get(values);
    return values;
  }

  VolumeHeader check(ByteBuffer in) {
    checkMagic();
    ElementType type = type();
    long[] shape = shape();
    long channels = channels();
    VolumeHeader header =
        new VolumeHeader(
            format,
            VolumeHeader.grid(shape, channels, toWorld(shape)),
            (int) channels,
            type,
            in.order(),
            firstByte(),
            isScaled() ? slope : 1,
            isScaled() ? intercept : 0);
    if (!Double.isFinite(header.intercept())) {
      throw new IllegalArgumentException("scl_inter: needs a finite number, got " + intercept);
    }
    return header;
  }

  private void checkMagic() {
    String single = format.equals("NIfTI-1") ? "n+1" : "n+2";
    if (magic.equals(single)) {
      return;
    }
    if (magic.equals(single.replace('+', 'i'))) {
      throw new IllegalArgumentException(
          "magic: needs header and voxels in one file, got half of a .hdr and .img pair");
    }
    throw new IllegalArgumentException(
        "magic: needs " + single + ", got '" + magic.replaceAll("[^!-~]", "?") + "'");
  }

  private ElementType type() {
    return switch (datatype) {
      case 2 -> ElementType.UINT8;
      case 4 -> ElementType.INT16;
      case 8 -> ElementType.INT32;
      case 16 -> ElementType.FLOAT32;
      case 64 -> ElementType.FLOAT64;
      case 256 -> ElementType.INT8;
      case 512 -> ElementType.UINT16;
      case 768 -> ElementType.UINT32;
      case 1024 -> ElementType.INT64;
      case 1280 -> ElementType.UINT64;
      default ->
          throw new IllegalArgumentException(
              "datatype: needs an integer, float32 or float64, got code " + datatype);
    };
  }

  private long[] shape() {
    if (dim[0] < 1 || dim[0] > 7) {
      throw new IllegalArgumentException("dim: needs 1 to 7 axes, got " + dim[0]);
    }
    long[] shape = {1, 1, 1};
    for (int axis = 0; axis < Math.min(3, dim[0]); axis++) {
      shape[axis] = dim[axis + 1];
    }
    return shape;
  }

  /** The length of the one axis after the third: time (4), or the elements of a vector (5). */
  private long channels() {
    long channels = 1;
    for (int axis = 4; axis <= dim[0]; axis++) {
      if (dim[axis] > 1 && channels > 1) {
        throw new IllegalArgumentException(
            "dim: needs one axis of channels after the third, got "
                + channels
                + " and "
                + dim[axis]
                + " along axis "
                + axis);
      }
      channels = Math.max(channels, dim[axis]);
    }
    return channels;
  }

  private long firstByte() {
    int least = format.equals("NIfTI-1") ? SIZE_1 + 4 : SIZE_2 + 4;
    if (!(offset >= least && offset <= 1L << 40 && offset == (long) offset)) {
      throw new IllegalArgumentException(
          "vox_offset: needs a whole number of at least " + least + ", got " + offset);
    }
    return (long) offset;
  }

  /** As nibabel: a slope that is 0 or not finite means that nothing is scaled. */
  private boolean isScaled() {
    return slope != 0 && Double.isFinite(slope);
  }

  private Affine toWorld(long[] shape) {
    double unit = millimetres();
    Affine inUnits =
        sform > 0 ? Affine.of(rows) : qform > 0 ? rotated(spacing()) : centred(spacing(), shape);
    return unit == 1 ? inUnits : Affine.scaling(unit, unit, unit).after(inUnits);
  }

  private double millimetres() {
    return switch (units & 7) {
      case 0, 2 -> 1;
      case 1 -> 1000;
      case 3 -> 0.001;
      default ->
          throw new IllegalArgumentException(
              "xyzt_units: needs metres, millimetres or micrometres, got code " + (units & 7));
    };
  }

  private double[] spacing() {
    double[] spacing = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double step = pixdim[axis + 1];
      spacing[axis] = axis >= dim[0] && step == 0 ? 1 : step;
      if (!(spacing[axis] > 0)) {
        throw new IllegalArgumentException("pixdim: needs spacings above 0, got " + (float) step);
      }
    }
    return spacing;
  }

  private Affine centred(double[] spacing, long[] shape) {
    double[] origin = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      origin[axis] = -spacing[axis] * (shape[axis] - 1) / 2.0;
    }
    return Affine.of(
        -spacing[0], 0, 0, -origin[0], 0, spacing[1], 0, origin[1], 0, 0, spacing[2], origin[2]);
  }

  /** nifti1.h, method 2: R(b, c, d) diag(1, 1, qfac) diag(spacing) + offset. */
  private Affine rotated(double[] spacing) {
    double b = quaternion[0];
    double c = quaternion[1];
    double d = quaternion[2];
    double rest = 1 - (b * b + c * c + d * d);
    if (!(rest > -NO_ROTATION)) {
      throw new IllegalArgumentException(
          "quatern: needs a length of at most 1, got " + (float) Math.sqrt(1 - rest));
    }
    double a = rest < NO_ROTATION ? 0 : Math.sqrt(rest);
    double s = 2 / (a * a + b * b + c * c + d * d);
    double x = spacing[0];
    double y = spacing[1];
    double z = pixdim[0] == -1 ? -spacing[2] : spacing[2];
    return Affine.of(
        x * (1 - s * (c * c + d * d)),
        y * s * (b * c - a * d),
        z * s * (b * d + a * c),
        quaternion[3],
        x * s * (b * c + a * d),
        y * (1 - s * (b * b + d * d)),
        z * s * (c * d - a * b),
        quaternion[4],
        x * s * (b * d - a * c),
        y * s * (c * d + a * b),
        z * (1 - s * (b * b + c * c)),
        quaternion[5]);
  }
}
