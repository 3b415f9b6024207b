package org.variegate.formats.internal;

import java.nio.ByteBuffer;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGQTable;

/** What coefficients of one kind are divided by, and the codes they get (annex K). */
public final class JpegTables {
  /** Place in a block, row by row, of each coefficient in the order of the file. */
  static final int[] ZIGZAG = zigzag();

  /** What each row and column of Arai's transform must be divided by. */
  private static final double[] SCALE = {
    1, 1.387039845, 1.306562965, 1.175875602, 1, 0.785694958, 0.541196100, 0.275899379
  };

  private final int[] divisors;
  private final float[] factors = new float[64];
  private final JPEGHuffmanTable dc;
  private final JPEGHuffmanTable ac;
  private final int[] dcCodes;
  private final int[] acCodes;

  private JpegTables(JPEGQTable table, int quality, JPEGHuffmanTable dc, JPEGHuffmanTable ac) {
    this.dc = dc;
    this.ac = ac;
    dcCodes = codes(dc);
    acCodes = codes(ac);
    divisors = table.getTable();
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    for (int i = 0; i < 64; i++) {
      divisors[i] = Math.max(1, Math.min(255, (divisors[i] * percent + 50) / 100));
      factors[i] = (float) (1 / (divisors[i] * SCALE[i >> 3] * SCALE[i & 7] * 8));
    }
  }

  /** Tables of brightness. */
  public static JpegTables luminance(int quality) {
    return new JpegTables(
        JPEGQTable.K1Luminance,
        quality,
        JPEGHuffmanTable.StdDCLuminance,
        JPEGHuffmanTable.StdACLuminance);
  }

  /** Tables of colour. */
  public static JpegTables chrominance(int quality) {
    return new JpegTables(
        JPEGQTable.K2Chrominance,
        quality,
        JPEGHuffmanTable.StdDCChrominance,
        JPEGHuffmanTable.StdACChrominance);
  }

  private static int[] zigzag() {
    int[] order = new int[64];
    int x = 0;
    int y = 0;
    for (int i = 0; i < 64; i++) {
      order[i] = 8 * y + x;
      boolean up = (x + y) % 2 == 0;
      if (up ? x == 7 : y == 7) {
        x += up ? 0 : 1;
        y += up ? 1 : 0;
      } else {
        x += up || y == 7 ? 1 : x == 0 ? 0 : -1;
        y += up ? (y == 0 ? 0 : -1) : 1;
      }
    }
    return order;
  }

  /** For each symbol its code, shifted by 8, and the code's length. */
  private static int[] codes(JPEGHuffmanTable table) {
    int[] codes = new int[256];
    short[] lengths = table.getLengths();
    short[] values = table.getValues();
    int code = 0;
    int next = 0;
    for (int length = 1; length <= lengths.length; length++) {
      for (int i = 0; i < lengths[length - 1]; i++) {
        codes[values[next++]] = code++ << 8 | length;
      }
      code <<= 1;
    }
    return codes;
  }

  /** What each coefficient of the transform is multiplied by, row by row. */
  float[] factors() {
    return factors;
  }

  int[] dcCodes() {
    return dcCodes;
  }

  int[] acCodes() {
    return acCodes;
  }

  /** The segment's content that tells the divisors. */
  public byte[] quantization(int number) {
    byte[] bytes = new byte[65];
    bytes[0] = (byte) number;
    for (int i = 0; i < 64; i++) {
      bytes[i + 1] = (byte) divisors[ZIGZAG[i]];
    }
    return bytes;
  }

  /** The segment's content that tells the codes. */
  public byte[] huffman(int number) {
    int size = 34 + dc.getValues().length + ac.getValues().length;
    ByteBuffer bytes = ByteBuffer.allocate(size);
    put(bytes, number, dc);
    put(bytes, 0x10 | number, ac);
    return bytes.array();
  }

  private static void put(ByteBuffer bytes, int number, JPEGHuffmanTable table) {
    bytes.put((byte) number);
    short[] lengths = table.getLengths();
    for (int i = 0; i < 16; i++) {
      bytes.put((byte) (i < lengths.length ? lengths[i] : 0));
    }
    for (short value : table.getValues()) {
      bytes.put((byte) value);
    }
  }
}
