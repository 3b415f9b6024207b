package org.variegate.randomizer.texture;

import static org.variegate.randomizer.texture.Field.N;

/** Sums of octaves of gradient noise that repeats (Perlin 2002). */
final class GradientNoise {
  private static final int DIRECTIONS = 64;
  private static final float[] X = new float[DIRECTIONS];
  private static final float[] Y = new float[DIRECTIONS];

  static {
    for (int i = 0; i < DIRECTIONS; i++) {
      X[i] = (float) StrictMath.cos(2 * Math.PI * (i + 0.5) / DIRECTIONS);
      Y[i] = (float) StrictMath.sin(2 * Math.PI * (i + 0.5) / DIRECTIONS);
    }
  }

  private GradientNoise() {}

  /**
   * Adds octaves, each of twice the frequency and half the height of the last, as long as a cell
   * has two texels.
   *
   * @param nx cells along x
   * @param ny cells along y
   * @return mean 1/2, deviation about 0.2
   */
  static Field of(int seed, int nx, int ny, int octaves) {
    float[] sum = new float[N * N];
    float height = 0.75f;
    for (int o = 0; o < octaves && nx << o <= N / 2 && ny << o <= N / 2; o++) {
      add(sum, Dice.mix(seed + o), nx << o, ny << o, height);
      height /= 2;
    }
    for (int i = 0; i < sum.length; i++) {
      float v = sum[i] + 0.5f;
      sum[i] = v < 0 ? 0 : v > 1 ? 1 : v;
    }
    return new Field(sum);
  }

  private static void add(float[] sum, int seed, int nx, int ny, float height) {
    int[] cell = new int[N];
    float[] within = new float[N];
    float[] faded = new float[N];
    for (int x = 0; x < N; x++) {
      float at = (x + 0.5f) * nx / N;
      cell[x] = (int) at;
      within[x] = at - cell[x];
      faded[x] = fade(within[x]);
    }
    float[] top = gradients(seed, 0, nx);
    float[] bottom = gradients(seed, 1 % ny, nx);
    int row = 0;
    for (int y = 0; y < N; y++) {
      float at = (y + 0.5f) * ny / N;
      if ((int) at != row) {
        row = (int) at;
        top = bottom;
        bottom = gradients(seed, (row + 1) % ny, nx);
      }
      float v = at - row;
      float t = fade(v);
      for (int x = 0; x < N; x++) {
        int c = 2 * cell[x];
        float u = within[x];
        float a = top[c] * u + top[c + 1] * v;
        float b = top[c + 2] * (u - 1) + top[c + 3] * v;
        float d = bottom[c] * u + bottom[c + 1] * (v - 1);
        float e = bottom[c + 2] * (u - 1) + bottom[c + 3] * (v - 1);
        float high = a + faded[x] * (b - a);
        float low = d + faded[x] * (e - d);
        sum[y * N + x] += height * (high + t * (low - high));
      }
    }
  }

  private static float fade(float t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  private static float[] gradients(int seed, int row, int count) {
    float[] gradients = new float[2 * count + 2];
    for (int i = 0; i <= count; i++) {
      int direction = Dice.hash(seed, i % count, row) & (DIRECTIONS - 1);
      gradients[2 * i] = X[direction];
      gradients[2 * i + 1] = Y[direction];
    }
    return gradients;
  }
}
