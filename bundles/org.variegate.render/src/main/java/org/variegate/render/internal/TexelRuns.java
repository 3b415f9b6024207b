package org.variegate.render.internal;

import org.variegate.scene.Slopes;
import org.variegate.scene.Texture;

/**
 * Reads textures along runs of places, bilinear between texels, as {@link Texels} does. One a
 * thread.
 */
final class TexelRuns {
  /** Added and taken away again, it rounds to whole numbers. */
  private static final float WHOLE = 0x1.8p23f;

  /** How far places are from the nearest whole repeat. */
  private final float[] x;

  private final float[] y;

  TexelRuns(int capacity) {
    x = new float[capacity];
    y = new float[capacity];
  }

  /**
   * Goes to places.
   *
   * @param from first place
   * @param to place after the last
   * @param u in repeats, right
   * @param v in repeats, down
   */
  void find(int from, int to, float[] u, float[] v) {
    part(from, to, u, x);
    part(from, to, v, y);
  }

  private static void part(int from, int to, float[] u, float[] x) {
    for (int k = from; k < to; k++) {
      x[k] = Math.max(-0.5f, Math.min(0.5f, u[k] - ((u[k] + WHOLE) - WHOLE)));
    }
  }

  /**
   * Reads colours at the places, linear where the texture is sRGB coded.
   *
   * @param t of 3 or 4 channels
   * @param level of it
   * @param from first place
   * @param to place after the last
   * @param rgb receives red, green and blue
   */
  void colors(Texture t, int level, int from, int to, float[][] rgb) {
    int[] texels = t.packed(level);
    float[] table = Texels.table(t.srgb());
    float[] red = rgb[0];
    float[] green = rgb[1];
    float[] blue = rgb[2];
    int w = Math.max(1, t.width() >> level);
    int h = Math.max(1, t.height() >> level);
    float wide = 256f * w;
    float high = 256f * h;
    for (int k = from; k < to; k++) {
      int i = (int) (x[k] * wide + (wide - 128));
      int j = (int) (y[k] * high + (high - 128));
      int s = i & 255;
      int q = j & 255;
      i >>= 8;
      j >>= 8;
      i = i < w ? i : i - w;
      j = (j < h ? j : j - h) * w;
      int across = i + 1 < w ? 1 : 1 - w;
      int down = j + w < w * h ? w : w - w * h;
      int d = s * q >> 8;
      int at = j + i;
      long lanes =
          Texels.spread(texels[at]) * (256 - s - q + d)
              + Texels.spread(texels[at + across]) * (s - d)
              + Texels.spread(texels[at + down]) * (q - d)
              + Texels.spread(texels[at + down + across]) * d;
      red[k] = table[(int) (lanes >>> 4) & 0xfff];
      blue[k] = table[(int) (lanes >>> 20) & 0xfff];
      green[k] = table[(int) (lanes >>> 36) & 0xfff];
    }
  }

  /**
   * Reads how a height texture rises at the places.
   *
   * @param t of 1 channel
   * @param level of it
   * @param depth m from black to white
   * @param from first place
   * @param to place after the last
   * @param alongU receives m a repeat
   * @param alongV receives m a repeat
   */
  void slopes(Texture t, int level, float depth, int from, int to, float[] alongU, float[] alongV) {
    Slopes slopes = t.slopes(level);
    short[] texels = slopes.values();
    int w = Math.max(1, t.width() >> level);
    int h = Math.max(1, t.height() >> level);
    float wide = 256f * w;
    float high = 256f * h;
    float perTexel = depth * slopes.step() / (2 * 255 * 256f);
    float perU = perTexel * w;
    float perV = perTexel * h;
    for (int k = from; k < to; k++) {
      int i = (int) (x[k] * wide + (wide - 128));
      int j = (int) (y[k] * high + (high - 128));
      int s = i & 255;
      int q = j & 255;
      i >>= 8;
      j >>= 8;
      i = i < w ? i : i - w;
      j = (j < h ? j : j - h) * w;
      int across = i + 1 < w ? 1 : 1 - w;
      int down = j + w < w * h ? w : w - w * h;
      int d = s * q >> 8;
      int at = j + i;
      int lanes =
          Texels.lanes(texels[at]) * (256 - s - q + d)
              + Texels.lanes(texels[at + across]) * (s - d)
              + Texels.lanes(texels[at + down]) * (q - d)
              + Texels.lanes(texels[at + down + across]) * d;
      alongU[k] = ((lanes & 0xffff) - Slopes.LEVEL * 256) * perU;
      alongV[k] = ((lanes >>> 16) - Slopes.LEVEL * 256) * perV;
    }
  }
}
