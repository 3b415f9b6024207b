package org.variegate.randomizer.texture;

import static org.variegate.randomizer.texture.Field.N;

import org.variegate.formats.Picture;

/** The middle square of an image, whose borders fade into what lies half a side away. */
final class Seamless {
  /** Share of a side over which it fades. */
  private static final float FADE = 0.15f;

  private Seamless() {}

  static byte[] of(Picture image) {
    float[] square = square(image);
    byte[] texels = new byte[3 * N * N];
    for (int y = 0; y < N; y++) {
      for (int x = 0; x < N; x++) {
        float own = weight(x) * weight(y);
        int other = ((y + N / 2) % N * N + (x + N / 2) % N) * 3;
        float far = weight((x + N / 2) % N) * weight((y + N / 2) % N);
        float sum = own + far + 1e-4f;
        for (int c = 0; c < 3; c++) {
          int i = (y * N + x) * 3 + c;
          float value = (square[i] * (own + 5e-5f) + square[other + c] * (far + 5e-5f)) / sum;
          texels[i] = (byte) (int) (value + 0.5f);
        }
      }
    }
    return texels;
  }

  private static float weight(int x) {
    float border = Math.min(x + 0.5f, N - x - 0.5f) / N;
    return Field.step(0, FADE, border);
  }

  /** Means over the pixels that a texel covers, at least the nearest. */
  private static float[] square(Picture image) {
    int side = Math.min(image.width(), image.height());
    int left = (image.width() - side) / 2;
    int top = (image.height() - side) / 2;
    float[] square = new float[3 * N * N];
    for (int y = 0; y < N; y++) {
      int y0 = top + y * side / N;
      int y1 = Math.max(y0 + 1, top + (y + 1) * side / N);
      for (int x = 0; x < N; x++) {
        int x0 = left + x * side / N;
        int x1 = Math.max(x0 + 1, left + (x + 1) * side / N);
        mean(image, x0, y0, x1, y1, square, 3 * (y * N + x));
      }
    }
    return square;
  }

  private static void mean(Picture image, int x0, int y0, int x1, int y1, float[] square, int to) {
    int count = (x1 - x0) * (y1 - y0);
    int channels = image.channels();
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        int at = (y * image.width() + x) * channels;
        for (int c = 0; c < 3; c++) {
          square[to + c] += (float) (image.values()[at + Math.min(c, channels - 1)] & 255) / count;
        }
      }
    }
  }
}
