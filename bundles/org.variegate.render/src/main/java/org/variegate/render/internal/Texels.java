package org.variegate.render.internal;

import org.variegate.scene.Slopes;
import org.variegate.scene.Srgb;
import org.variegate.scene.Texture;

/**
 * Reads textures, bilinear between texels and, near the middle between two mip levels, linear
 * between these.
 */
final class Texels {
  /** Linear light by code in steps of 1/16. */
  private static final float[] LINEAR = new float[4096];

  private static final float[] PLAIN = new float[4096];

  static {
    for (int i = 0; i < 4096; i++) {
      float code = Math.min(255, i / 16f);
      int low = (int) code;
      float a = Srgb.linear(low);
      LINEAR[i] = a + (code - low) * (Srgb.linear(Math.min(255, low + 1)) - a);
      PLAIN[i] = code / 255;
    }
  }

  private static final long LANES = 0x00ff00ff00ff00ffL;

  private Texels() {}

  /**
   * The level whose texels are as large as a footprint.
   *
   * @param texture that is read
   * @param squared area of the footprint times its longer side squared, in repeats
   * @return 0 where texels are larger than the footprint
   */
  static float level(Texture texture, float squared) {
    float size = (float) texture.width() * texture.height();
    float texels = squared * size * size;
    return texels > 1 ? Math.min(texture.levels() - 1, 0.25f * log2(texels)) : 0;
  }

  /** The binary logarithm of a positive number, within 0.01. */
  static float log2(float v) {
    int bits = Float.floatToRawIntBits(v);
    float m = Float.intBitsToFloat(bits & 0x7fffff | 0x3f800000) - 1;
    return (bits >> 23) - 127 + m * (1.3465f - 0.3465f * m);
  }

  /**
   * Reads a colour, linear where the texture is sRGB coded.
   *
   * @param texture of 3 or 4 channels
   * @param u in repeats, right
   * @param v in repeats, down
   * @param level as {@link #level} says
   * @param out receives 4 values
   */
  static void color(Texture texture, float u, float v, float level, float[] out) {
    int lower = (int) level;
    float part = (level - lower) * 3 - 1;
    if (part <= 0) {
      unpack(fetch(texture, lower, u, v), texture.srgb(), out);
    } else if (part >= 1) {
      unpack(fetch(texture, lower + 1, u, v), texture.srgb(), out);
    } else {
      unpack(fetch(texture, lower, u, v), texture.srgb(), out);
      float r = out[0];
      float g = out[1];
      float b = out[2];
      float a = out[3];
      unpack(fetch(texture, lower + 1, u, v), texture.srgb(), out);
      out[0] = r + part * (out[0] - r);
      out[1] = g + part * (out[1] - g);
      out[2] = b + part * (out[2] - b);
      out[3] = a + part * (out[3] - a);
    }
  }

  /** Light by code in steps of 1/16. */
  static float[] table(boolean srgb) {
    return srgb ? LINEAR : PLAIN;
  }

  private static void unpack(long lanes, boolean srgb, float[] out) {
    float[] table = srgb ? LINEAR : PLAIN;
    out[0] = table[(int) (lanes >>> 4) & 0xfff];
    out[2] = table[(int) (lanes >>> 20) & 0xfff];
    out[1] = table[(int) (lanes >>> 36) & 0xfff];
    out[3] = PLAIN[(int) (lanes >>> 52)];
  }

  /** Four lanes of 16 bits, codes times 256: channels 0, 2, 1, 3 from the lowest. */
  private static long fetch(Texture texture, int level, float u, float v) {
    int[] texels = texture.packed(level);
    int width = Math.max(1, texture.width() >> level);
    int height = Math.max(1, texture.height() >> level);
    float x = (u - floor(u)) * width - 0.5f;
    float y = (v - floor(v)) * height - 0.5f;
    int i = floor(x);
    int j = floor(y);
    int s = (int) ((x - i) * 256);
    int t = (int) ((y - j) * 256);
    int i0 = i < 0 ? width - 1 : Math.min(i, width - 1);
    int j0 = j < 0 ? height - 1 : Math.min(j, height - 1);
    int i1 = i0 + 1 == width ? 0 : i0 + 1;
    int j1 = j0 + 1 == height ? 0 : j0 + 1;
    int d = s * t >> 8;
    return spread(texels[j0 * width + i0]) * (256 - s - t + d)
        + spread(texels[j0 * width + i1]) * (s - d)
        + spread(texels[j1 * width + i0]) * (t - d)
        + spread(texels[j1 * width + i1]) * d;
  }

  static long spread(int texel) {
    long v = texel & 0xffffffffL;
    return (v | v << 24) & LANES;
  }

  /**
   * Reads a height.
   *
   * @param texture of 1 channel
   * @return in [0, 1]
   */
  static float height(Texture texture, float u, float v, int level) {
    byte[] texels = texture.level(level);
    int width = Math.max(1, texture.width() >> level);
    int height = Math.max(1, texture.height() >> level);
    float x = (u - floor(u)) * width - 0.5f;
    float y = (v - floor(v)) * height - 0.5f;
    int i = floor(x);
    int j = floor(y);
    float s = x - i;
    float t = y - j;
    int i0 = i < 0 ? width - 1 : Math.min(i, width - 1);
    int j0 = j < 0 ? height - 1 : Math.min(j, height - 1);
    int i1 = i0 + 1 == width ? 0 : i0 + 1;
    int j1 = j0 + 1 == height ? 0 : j0 + 1;
    float a = texels[j0 * width + i0] & 0xff;
    float b = texels[j0 * width + i1] & 0xff;
    float c = texels[j1 * width + i0] & 0xff;
    float d = texels[j1 * width + i1] & 0xff;
    float top = a + s * (b - a);
    return (top + t * (c + s * (d - c) - top)) / 255;
  }

  /**
   * Reads how heights differ from one texel before a place to one after it.
   *
   * @param texture of 1 channel
   * @param out receives the differences along u and along v
   */
  static void differences(Texture texture, float u, float v, int level, float[] out) {
    Slopes slopes = texture.slopes(level);
    short[] texels = slopes.values();
    int width = Math.max(1, texture.width() >> level);
    int height = Math.max(1, texture.height() >> level);
    float x = (u - floor(u)) * width - 0.5f;
    float y = (v - floor(v)) * height - 0.5f;
    int i = floor(x);
    int j = floor(y);
    int s = (int) ((x - i) * 256);
    int t = (int) ((y - j) * 256);
    int i0 = i < 0 ? width - 1 : Math.min(i, width - 1);
    int j0 = j < 0 ? height - 1 : Math.min(j, height - 1);
    int i1 = i0 + 1 == width ? 0 : i0 + 1;
    int j1 = j0 + 1 == height ? 0 : j0 + 1;
    int d = s * t >> 8;
    int lanes =
        lanes(texels[j0 * width + i0]) * (256 - s - t + d)
            + lanes(texels[j0 * width + i1]) * (s - d)
            + lanes(texels[j1 * width + i0]) * (t - d)
            + lanes(texels[j1 * width + i1]) * d;
    float one = slopes.step() / (255 * 256f);
    out[0] = ((lanes & 0xffff) - Slopes.LEVEL * 256) * one;
    out[1] = ((lanes >>> 16) - Slopes.LEVEL * 256) * one;
  }

  /** Both slopes of a texel in 16 bits each. */
  static int lanes(int slopes) {
    return slopes & 0xff | (slopes & 0xff00) << 8;
  }

  static int floor(float v) {
    int i = (int) v;
    return v < i ? i - 1 : i;
  }
}
