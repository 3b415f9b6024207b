package org.variegate.formats.internal;

import java.io.IOException;

/** Encodes the blocks of one component. */
final class JpegBlocks {
  private static final int END_OF_BLOCK = 0;
  private static final int SIXTEEN_ZEROS = 0xf0;

  /** Added to a float, 1.5 2^23 leaves the nearest whole number in its lower bits. */
  private static final float TO_WHOLE = 12582912;

  private static final int WHOLE_BITS = Float.floatToRawIntBits(TO_WHOLE);

  private final float[] factors;
  private final int[] dcCodes;
  private final int[] acCodes;
  private final JpegBits bits;
  private final float[] block = new float[64];
  private final int[] quantized = new int[64];
  private int last;

  JpegBlocks(JpegTables tables, JpegBits bits) {
    factors = tables.factors();
    dcCodes = tables.dcCodes();
    acCodes = tables.acCodes();
    this.bits = bits;
  }

  /** Encodes the 8 x 8 values that begin there. */
  void encode(float[] values, int from, int stride) throws IOException {
    for (int row = 0; row < 8; row++) {
      transform(values, from + row * stride, 1, block, 8 * row);
    }
    for (int column = 0; column < 8; column++) {
      transform(block, column, 8, block, column);
    }
    write(quantize());
  }

  /**
   * The discrete cosine transform of eight values, each scaled (Arai, Agui and Nakajima 1988, "A
   * fast DCT-SQ scheme for images").
   */
  private static void transform(float[] in, int at, int step, float[] out, int to) {
    float v0 = in[at];
    float v1 = in[at + step];
    float v2 = in[at + 2 * step];
    float v3 = in[at + 3 * step];
    float v4 = in[at + 4 * step];
    float v5 = in[at + 5 * step];
    float v6 = in[at + 6 * step];
    float v7 = in[at + 7 * step];
    float even0 = v0 + v7 + (v3 + v4);
    float even1 = v1 + v6 + (v2 + v5);
    float even2 = v1 + v6 - (v2 + v5);
    float even3 = v0 + v7 - (v3 + v4);
    out[to] = even0 + even1;
    out[to + 4 * step] = even0 - even1;
    float rotated = (even2 + even3) * 0.707106781f;
    out[to + 2 * step] = even3 + rotated;
    out[to + 6 * step] = even3 - rotated;
    float odd0 = v3 - v4 + (v2 - v5);
    float odd1 = v2 - v5 + (v1 - v6);
    float odd2 = v1 - v6 + (v0 - v7);
    float z5 = (odd0 - odd2) * 0.382683433f;
    float z2 = 0.541196100f * odd0 + z5;
    float z4 = 1.306562965f * odd2 + z5;
    float z3 = odd1 * 0.707106781f;
    float z11 = v0 - v7 + z3;
    float z13 = v0 - v7 - z3;
    out[to + 5 * step] = z13 + z2;
    out[to + 3 * step] = z13 - z2;
    out[to + step] = z11 + z4;
    out[to + 7 * step] = z11 - z4;
  }

  /** Says which coefficients are not zero, in the order of the file. */
  private long quantize() {
    long some = 0;
    for (int i = 0; i < 64; i++) {
      int place = JpegTables.ZIGZAG[i];
      float scaled = block[place] * factors[place] + TO_WHOLE;
      int level = Float.floatToRawIntBits(scaled) - WHOLE_BITS;
      quantized[i] = level;
      some |= (long) ((level | -level) >>> 31) << i;
    }
    return some;
  }

  private void write(long some) throws IOException {
    int difference = quantized[0] - last;
    last = quantized[0];
    put(dcCodes, 0, difference);
    int before = 0;
    for (long left = some & ~1L; left != 0; left &= left - 1) {
      int place = Long.numberOfTrailingZeros(left);
      int run = place - before - 1;
      for (; run > 15; run -= 16) {
        symbol(SIXTEEN_ZEROS);
      }
      put(acCodes, run << 4, quantized[place]);
      before = place;
    }
    if (before < 63) {
      symbol(END_OF_BLOCK);
    }
  }

  private void symbol(int symbol) throws IOException {
    bits.put(acCodes[symbol] >> 8, acCodes[symbol] & 0xff);
  }

  /** A symbol that tells the level's size, and the level's bits; those of -n are those of n off. */
  private void put(int[] codes, int run, int level) throws IOException {
    int size = 32 - Integer.numberOfLeadingZeros(Math.abs(level));
    int code = codes[run | size];
    int tail = level + (level >> 31) & (1 << size) - 1;
    bits.put(code >> 8 << size | tail, (code & 0xff) + size);
  }
}
