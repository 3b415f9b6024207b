package org.variegate.scene;

/**
 * How linear light becomes a picture: a tone curve, then the transfer curve of sRGB. The curve is
 * the identity up to 0.7 and 0.7 + 0.3 (1 - exp(-(x - 0.7) / 0.3)) above. By a table that is the
 * same on every machine, over the upper bits of floats from 2^-13 to 4.
 */
public final class Tone {
  private static final int SHIFT = 13;
  private static final int FIRST = Float.floatToRawIntBits(0x1p-13f) >> SHIFT;
  private static final int LAST = Float.floatToRawIntBits(4f) >> SHIFT;
  private static final byte[] CODE = new byte[LAST - FIRST + 1];

  static {
    for (int i = 0; i < CODE.length; i++) {
      float lower = Float.intBitsToFloat((FIRST + i) << SHIFT);
      float upper = Float.intBitsToFloat((FIRST + i + 1) << SHIFT);
      double x = (lower + upper) / 2;
      CODE[i] = (byte) (int) (exact(x) * 255 + 0.5);
    }
  }

  private Tone() {}

  private static double exact(double linear) {
    double v = linear <= 0.7 ? linear : 0.7 + 0.3 * (1 - StrictMath.exp(-(linear - 0.7) / 0.3));
    return v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055;
  }

  /**
   * Encodes.
   *
   * @param linear light, 1 is white; below 0 is black
   * @return in [0, 255], within 0.6 of the exact curve
   */
  public static int code(float linear) {
    int bits = Float.floatToRawIntBits(linear) >> SHIFT;
    if (bits < FIRST) {
      return 0;
    }
    return CODE[bits > LAST ? LAST - FIRST : bits - FIRST] & 0xff;
  }

  /**
   * Encodes a picture.
   *
   * @param linear [pixels, 3], channel by channel, as a raster's values are
   * @param pixels of each channel
   * @param rgb receives red, green and blue of each pixel
   */
  public static void encode(float[] linear, int pixels, byte[] rgb) {
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < pixels; i++) {
        rgb[3 * i + c] = (byte) code(linear[c * pixels + i]);
      }
    }
  }
}
