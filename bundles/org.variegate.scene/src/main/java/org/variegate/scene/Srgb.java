package org.variegate.scene;

/** The transfer curve of sRGB (IEC 61966-2-1), by tables that are the same on every machine. */
public final class Srgb {
  /** Steps of the table in the square root of linear light. */
  private static final int STEPS = 8192;

  private static final float[] LINEAR = new float[256];
  private static final byte[] CODE = new byte[STEPS + 1];

  static {
    for (int i = 0; i < 256; i++) {
      double v = i / 255.0;
      LINEAR[i] = (float) (v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4));
    }
    for (int i = 0; i <= STEPS; i++) {
      double root = (double) i / STEPS;
      double v = root * root;
      double coded = v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055;
      CODE[i] = (byte) (int) (coded * 255 + 0.5);
    }
  }

  private Srgb() {}

  /**
   * Decodes.
   *
   * @param code in [0, 255]
   * @return linear light in [0, 1]
   */
  public static float linear(int code) {
    return LINEAR[code];
  }

  /**
   * Encodes.
   *
   * @param linear light; below 0 is taken as 0, above 1 as 1
   * @return in [0, 255], within 0.6 of the exact curve
   */
  public static int code(float linear) {
    if (!(linear > 0)) {
      return 0;
    }
    return linear >= 1 ? 255 : CODE[(int) (Math.sqrt(linear) * STEPS + 0.5)] & 0xff;
  }
}
