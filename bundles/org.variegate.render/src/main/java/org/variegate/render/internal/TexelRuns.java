package org.variegate.render.internal;

import org.variegate.scene.Slopes;
import org.variegate.scene.Texture;

/** Reads textures along runs of places, bilinear between texels, as {@link Texels} does. */
final class TexelRuns {
  private TexelRuns() {}

  /**
   * Reads colours, linear where the texture is sRGB coded.
   *
   * @param t of 3 or 4 channels
   * @param level of it
   * @param from first place
   * @param to place after the last
   * @param u in repeats, right
   * @param v in repeats, down
   * @param red receives values from {@code o + from} on, as do green and blue
   */
  static void colors(
      Texture t,
      int level,
      int from,
      int to,
      float[] u,
      float[] v,
      float[] red,
      float[] green,
      float[] blue,
      int o) {
    int[] texels = t.packed(level);
    float[] table = Texels.table(t.srgb());
    int width = Math.max(1, t.width() >> level);
    int height = Math.max(1, t.height() >> level);
    for (int k = from; k < to; k++) {
      float x = (u[k] - Texels.floor(u[k])) * width - 0.5f;
      float y = (v[k] - Texels.floor(v[k])) * height - 0.5f;
      int i = Texels.floor(x);
      int j = Texels.floor(y);
      int s = (int) ((x - i) * 256);
      int q = (int) ((y - j) * 256);
      int i0 = i < 0 ? width - 1 : Math.min(i, width - 1);
      int j0 = j < 0 ? height - 1 : Math.min(j, height - 1);
      int i1 = i0 + 1 == width ? 0 : i0 + 1;
      int j1 = (j0 + 1 == height ? 0 : j0 + 1) * width;
      j0 *= width;
      int d = s * q >> 8;
      long lanes =
          Texels.spread(texels[j0 + i0]) * (256 - s - q + d)
              + Texels.spread(texels[j0 + i1]) * (s - d)
              + Texels.spread(texels[j1 + i0]) * (q - d)
              + Texels.spread(texels[j1 + i1]) * d;
      red[o + k] = table[(int) (lanes >>> 4) & 0xfff];
      blue[o + k] = table[(int) (lanes >>> 20) & 0xfff];
      green[o + k] = table[(int) (lanes >>> 36) & 0xfff];
    }
  }

  /**
   * Reads how a height texture rises.
   *
   * @param t of 1 channel
   * @param level of it
   * @param depth m from black to white
   * @param from first place
   * @param to place after the last
   * @param u in repeats, right
   * @param v in repeats, down
   * @param alongU receives m a repeat
   * @param alongV receives m a repeat
   */
  static void slopes(
      Texture t,
      int level,
      float depth,
      int from,
      int to,
      float[] u,
      float[] v,
      float[] alongU,
      float[] alongV) {
    Slopes slopes = t.slopes(level);
    short[] texels = slopes.values();
    int width = Math.max(1, t.width() >> level);
    int height = Math.max(1, t.height() >> level);
    float perTexel = depth * slopes.step() / (2 * 255 * 256f);
    float perU = perTexel * width;
    float perV = perTexel * height;
    for (int k = from; k < to; k++) {
      float x = (u[k] - Texels.floor(u[k])) * width - 0.5f;
      float y = (v[k] - Texels.floor(v[k])) * height - 0.5f;
      int i = Texels.floor(x);
      int j = Texels.floor(y);
      int s = (int) ((x - i) * 256);
      int q = (int) ((y - j) * 256);
      int i0 = i < 0 ? width - 1 : Math.min(i, width - 1);
      int j0 = j < 0 ? height - 1 : Math.min(j, height - 1);
      int i1 = i0 + 1 == width ? 0 : i0 + 1;
      int j1 = (j0 + 1 == height ? 0 : j0 + 1) * width;
      j0 *= width;
      int d = s * q >> 8;
      int lanes =
          lanes(texels[j0 + i0]) * (256 - s - q + d)
              + lanes(texels[j0 + i1]) * (s - d)
              + lanes(texels[j1 + i0]) * (q - d)
              + lanes(texels[j1 + i1]) * d;
      alongU[k] = ((lanes & 0xffff) - Slopes.LEVEL * 256) * perU;
      alongV[k] = ((lanes >>> 16) - Slopes.LEVEL * 256) * perV;
    }
  }

  private static int lanes(int slopes) {
    return slopes & 0xff | (slopes & 0xff00) << 8;
  }
}
