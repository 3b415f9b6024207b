package org.variegate.scene;

/**
 * Light from all around as a panorama, with what rough surfaces see of it. Never changed, and
 * shared.
 *
 * <p>A direction (x, y, z) is seen at u = 1/2 + atan2(x, -z) / 2 pi and v = acos(y) / pi, in widths
 * and heights from the upper left corner.
 */
public final class Environment {
  private final int width;
  private final int height;
  private final float[][] levels;
  private final float[] harmonics;

  /**
   * Projects the panorama on spherical harmonics.
   *
   * @param width in pixels, at least 4
   * @param height in pixels, at least 2
   * @param radiance 3 a pixel, row by row from the top
   * @throws IllegalArgumentException if the sizes do not fit or a value is negative or not finite
   */
  public Environment(int width, int height, float[] radiance) {
    if (width < 4 || height < 2 || radiance.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "panorama: needs at least 4 x 2 pixels of 3 values, got "
              + width
              + " x "
              + height
              + " with "
              + radiance.length
              + " values");
    }
    for (int i = 0; i < radiance.length; i++) {
      if (!(radiance[i] >= 0) || !Float.isFinite(radiance[i])) {
        throw new IllegalArgumentException(
            "panorama: needs finite values of at least 0, got " + radiance[i] + " at " + i);
      }
    }
    this.width = width;
    this.height = height;
    this.levels = levels(width, height, radiance);
    this.harmonics = Harmonics.irradiance(width, height, radiance);
  }

  private Environment(int width, int height, float[][] levels, float[] harmonics) {
    this.width = width;
    this.height = height;
    this.levels = levels;
    this.harmonics = harmonics;
  }

  /**
   * The same, brighter or darker.
   *
   * @param factor on all light, at least 0, that leaves it finite
   */
  public Environment times(float factor) {
    float[][] scaled = new float[levels.length][];
    for (int i = 0; i < levels.length; i++) {
      scaled[i] = scaled(levels[i], factor);
    }
    return new Environment(width, height, scaled, scaled(harmonics, factor));
  }

  private static float[] scaled(float[] values, float factor) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] * factor;
    }
    return scaled;
  }

  /** Width of the panorama. */
  public int width() {
    return width;
  }

  /** Height of the panorama. */
  public int height() {
    return height;
  }

  /** Radiance, 3 a pixel, row by row from the top; to be read only. */
  public float[] radiance() {
    return levels[0];
  }

  /** How many levels there are: each half the last, until the shorter side has 2 or 3 pixels. */
  public int levels() {
    return levels.length;
  }

  /**
   * The panorama at a lower resolution: width >> level by height >> level pixels.
   *
   * @param level 0 is the finest
   * @return radiance, 3 a pixel, row by row from the top; to be read only
   */
  public float[] level(int level) {
    return levels[level];
  }

  private static float[][] levels(int width, int height, float[] radiance) {
    float[][] levels = new float[31 - Integer.numberOfLeadingZeros(Math.min(height, width))][];
    levels[0] = radiance;
    for (int i = 1; i < levels.length; i++) {
      levels[i] = half(levels[i - 1], width >> (i - 1), height >> (i - 1));
    }
    return levels;
  }

  private static float[] half(float[] from, int width, int height) {
    int w = width >> 1;
    int h = height >> 1;
    float[] to = new float[3 * w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int a = 3 * (2 * y * width + 2 * x);
        int b = a + 3 * width;
        for (int c = 0; c < 3; c++) {
          to[3 * (y * w + x) + c] =
              (from[a + c] + from[a + 3 + c] + from[b + c] + from[b + 3 + c]) / 4;
        }
      }
    }
    return to;
  }

  /**
   * Irradiance over pi as a function of the normal: 9 coefficients of real spherical harmonics for
   * each of red, green and blue, in the order of {@link #irradiance}, constants included.
   */
  public float[] harmonics() {
    return harmonics;
  }

  /**
   * How bright a white matt surface is under this sky alone (Ramamoorthi and Hanrahan 2001).
   *
   * @param x of the unit normal
   * @param y of the unit normal
   * @param z of the unit normal
   * @param channel 0 red, 1 green, 2 blue
   * @return irradiance over pi
   */
  public float irradiance(float x, float y, float z, int channel) {
    float[] h = harmonics;
    int i = 9 * channel;
    return h[i]
        + h[i + 1] * x
        + h[i + 2] * y
        + h[i + 3] * z
        + h[i + 4] * x * y
        + h[i + 5] * y * z
        + h[i + 6] * (3 * y * y - 1)
        + h[i + 7] * x * z
        + h[i + 8] * (x * x - z * z);
  }

  /**
   * How bright a white matt horizontal surface is under this sky alone.
   *
   * @return relative luminance of the irradiance over pi from above
   */
  public float brightness() {
    return 0.2126f * irradiance(0, 1, 0, 0)
        + 0.7152f * irradiance(0, 1, 0, 1)
        + 0.0722f * irradiance(0, 1, 0, 2);
  }
}
