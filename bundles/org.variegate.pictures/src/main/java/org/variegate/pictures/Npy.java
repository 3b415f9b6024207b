package org.variegate.pictures;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.variegate.api.volume.Raster;

/** Writes arrays of NumPy (NPY 1.0). */
public final class Npy {
  private static final int ALIGNMENT = 64;

  private Npy() {}

  /**
   * Writes the values of a raster, as float32.
   *
   * @param values of one plane
   * @param out receives the file of shape [channels, height, width], without the first where it is
   *     1; not closed
   * @throws IOException if the output refuses
   * @throws IllegalArgumentException if there is more than one plane
   */
  public static void write(Raster values, OutputStream out) throws IOException {
    Pictures.requirePlane("array", values.grid());
    String channels = values.channels() == 1 ? "" : values.channels() + ", ";
    String text =
        String.format(
            Locale.ROOT,
            "{'descr': '<f4', 'fortran_order': False, 'shape': (%s%d, %d), }",
            channels,
            values.grid().ny(),
            values.grid().nx());
    int length = (text.length() + 11 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - 10;
    ByteBuffer bytes = ByteBuffer.allocate(10 + length + 4 * values.values().length);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) length);
    bytes.put(text.getBytes(StandardCharsets.US_ASCII));
    bytes.put(" ".repeat(length - text.length() - 1).getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) '\n');
    bytes.asFloatBuffer().put(values.values());
    out.write(bytes.array());
  }
}
