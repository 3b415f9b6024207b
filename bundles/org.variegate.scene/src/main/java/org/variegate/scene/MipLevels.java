package org.variegate.scene;

/** Halves an image again and again. */
final class MipLevels {
  private MipLevels() {}

  static byte[][] of(int width, int height, int channels, boolean srgb, byte[] texels) {
    int count = 32 - Integer.numberOfLeadingZeros(Math.max(width, height));
    byte[][] levels = new byte[count][];
    levels[0] = texels;
    for (int i = 1; i < count; i++) {
      levels[i] =
          half(
              levels[i - 1],
              Math.max(1, width >> (i - 1)),
              Math.max(1, height >> (i - 1)),
              channels,
              srgb);
    }
    return levels;
  }

  private static byte[] half(byte[] from, int w, int h, int channels, boolean srgb) {
    int nw = Math.max(1, w >> 1);
    int nh = Math.max(1, h >> 1);
    byte[] to = new byte[nw * nh * channels];
    for (int y = 0; y < nh; y++) {
      int y0 = Math.min(2 * y, h - 1);
      int y1 = Math.min(2 * y + 1, h - 1);
      for (int x = 0; x < nw; x++) {
        int x0 = Math.min(2 * x, w - 1);
        int x1 = Math.min(2 * x + 1, w - 1);
        for (int c = 0; c < channels; c++) {
          boolean coded = srgb && c < 3;
          float sum =
              value(from[(y0 * w + x0) * channels + c], coded)
                  + value(from[(y0 * w + x1) * channels + c], coded)
                  + value(from[(y1 * w + x0) * channels + c], coded)
                  + value(from[(y1 * w + x1) * channels + c], coded);
          to[(y * nw + x) * channels + c] = code(sum / 4, coded);
        }
      }
    }
    return to;
  }

  private static float value(byte texel, boolean coded) {
    return coded ? Srgb.linear(texel & 0xff) : (texel & 0xff) / 255f;
  }

  private static byte code(float value, boolean coded) {
    return (byte) (coded ? Srgb.code(value) : (int) (value * 255 + 0.5f));
  }
}
