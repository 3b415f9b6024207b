package org.variegate.pictures;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.variegate.api.volume.Raster;
import org.variegate.formats.Png;

/** Writes distances in m. */
public final class Depth {
  private static final int FAST = 1;
  private static final int NPY_ALIGNMENT = 64;

  private Depth() {}

  /**
   * Writes whole mm as a grey PNG of 16 bits; what is farther than 65.535 m is 65535.
   *
   * @param depth in m, of one plane; 0 where there is none
   * @param out receives the file, not closed
   * @throws IOException if the output refuses
   */
  public static void millimetres(Raster depth, OutputStream out) throws IOException {
    float[] values = depth.finiteValues();
    short[] millimetres = new short[depth.grid().size()];
    for (int i = 0; i < millimetres.length; i++) {
      millimetres[i] = (short) (int) Math.max(0, Math.min(65535, values[i] * 1000 + 0.5f));
    }
    new Png(out, FAST).grey16(depth.grid().nx(), depth.grid().ny(), millimetres);
  }

  /**
   * Writes an array of NumPy (NPY 1.0), float32.
   *
   * @param values of one plane
   * @param out receives the file of shape [channels, height, width], without the first where it is
   *     1; not closed
   * @throws IOException if the output refuses
   */
  public static void npy(Raster values, OutputStream out) throws IOException {
    String channels = values.channels() == 1 ? "" : values.channels() + ", ";
    String text =
        String.format(
            Locale.ROOT,
            "{'descr': '<f4', 'fortran_order': False, 'shape': (%s%d, %d), }",
            channels,
            values.grid().ny(),
            values.grid().nx());
    int length = (text.length() + 11 + NPY_ALIGNMENT - 1) / NPY_ALIGNMENT * NPY_ALIGNMENT - 10;
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
