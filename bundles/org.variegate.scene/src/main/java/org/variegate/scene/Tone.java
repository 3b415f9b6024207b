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

  /** Light of each code; made when a photograph is first asked for. */
  private static final class Light {
    /** Where white's codes are cut off lies all the light there can be: a quarter below. */
    private static final double WHITE = 254.75;

    private static final float[] OF = new float[256];

    static {
      for (int i = 0; i < 256; i++) {
        double coded = Math.min(i, WHITE) / 255;
        double v = coded <= 0.04045 ? coded / 12.92 : StrictMath.pow((coded + 0.055) / 1.055, 2.4);
        OF[i] = (float) (v <= 0.7 ? v : 0.7 - 0.3 * StrictMath.log(1 - (v - 0.7) / 0.3));
      }
    }
  }

  /**
   * Decodes: the light of which {@link #code} makes a code, for photographs that shall go where
   * pictures of scenes go.
   *
   * @param code in [0, 255]
   * @return linear light from 0 to some 2.2, where 255 is
   */
  public static float light(int code) {
    return Light.OF[code];
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
