package org.variegate.randomizer.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.randomizer.texture.Field.N;

import org.junit.jupiter.api.Test;

class FieldTest {
  private static final Field NOISE = GradientNoise.of(5, 4, 6, 3);

  static double mean(Field field) {
    double sum = 0;
    for (float value : field.values) {
      sum += value;
    }
    return sum / field.values.length;
  }

  @Test
  void wavesAreCosines() {
    for (double phase = -2.3; phase < 3; phase += 0.07) {
      double exact = 0.5 - 0.5 * Math.cos(2 * Math.PI * phase);
      assertEquals(exact, Field.wave((float) phase), Math.PI / 4096 + 1e-5, "at " + phase);
    }
  }

  /** Hermite's cubic: level at both ends, 1/2 and steepest, 3/2 over the width, in the middle. */
  @Test
  void stepsAreSmooth() {
    assertEquals(0, Field.step(0.2f, 0.6f, 0.1f));
    assertEquals(1, Field.step(0.2f, 0.6f, 0.7f));
    assertEquals(0.5, Field.step(0.2f, 0.6f, 0.4f), 1e-6);
    assertEquals(0.15625, Field.step(0.2f, 0.6f, 0.3f), 1e-6);
    float slope = (Field.step(0.2f, 0.6f, 0.41f) - Field.step(0.2f, 0.6f, 0.39f)) / 0.02f;
    assertEquals(1.5 / 0.4, slope, 0.01);
    assertEquals(0.5, Field.step(0.6f, 0.2f, 0.4f), 1e-6, "downwards");
    assertEquals(1, Field.step(0.6f, 0.2f, 0.1f), "downwards");
  }

  @Test
  void linesAreNearTheirLevel() {
    Field near = new Kit(1).u().near(0.5f, 0.25f);
    assertEquals(1, near.values[N / 2], 0.001);
    assertEquals(0.5, near.values[N / 2 + N / 8], 0.013);
    assertEquals(0, near.values[N / 8]);
    assertEquals(0.25, mean(near), 1e-4, "the area under it is its distance");
  }

  /** A constant warp of whole texels is a shift, and one of none changes nothing. */
  @Test
  void warpsShift() {
    Field middle = Field.of(0.5f);
    assertArrayEquals(NOISE.values, NOISE.warp(middle, middle, 0.3f).values);
    Field moved = NOISE.warp(Field.of(1), Field.of(0), 0.5f);
    assertArrayEquals(NOISE.shifted(N / 4, -N / 4).values, moved.values, 1e-6f);
    assertArrayEquals(
        moved.values, Tiles.nearest(NOISE, Field.of(1), Field.of(0), 0.5f).values, 1e-6f);
    assertEquals(NOISE.values[3 * N + N - 1], NOISE.shifted(-1, 0).values[3 * N]);
  }

  /** Half a texel to the right is the mean of two neighbours, over the border too. */
  @Test
  void warpsInterpolate() {
    Field half = NOISE.warp(Field.of(0.5f + 0.5f / N), Field.of(0.5f), 1);
    for (int x = 0; x < N; x++) {
      float expected = (NOISE.values[7 * N + x] + NOISE.values[7 * N + (x + 1) % N]) / 2;
      assertEquals(expected, half.values[7 * N + x], 1e-5, "at " + x);
    }
  }

  @Test
  void fullRange() {
    Field full = NOISE.times(0.2f).plus(3).full();
    float low = 2;
    float high = -1;
    for (float value : full.values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    assertEquals(0, low);
    assertEquals(1, high);
    assertEquals(0, mean(Field.of(4).full()), "no range");
  }

  /**
   * Perlin's noise: mean 1/2, a deviation about 0.2, 0 between at each corner of a cell, the same
   * on both sides of the border, and without a trace of the lattice's frequency beyond its octaves.
   */
  @Test
  void noiseIsGradientNoise() {
    double sum = 0;
    double squares = 0;
    for (int seed = 0; seed < 20; seed++) {
      for (float value : GradientNoise.of(seed, 8, 8, 4).values) {
        sum += value - 0.5;
        squares += (value - 0.5) * (value - 0.5);
      }
    }
    double count = 20.0 * N * N;
    assertEquals(0, sum / count, 0.01);
    assertEquals(0.2, Math.sqrt(squares / count), 0.04);
    float[] one = GradientNoise.of(3, 4, 4, 1).values;
    for (int corner = 0; corner < N; corner += N / 4) {
      for (int other = N / 4; other < N; other += N / 4) {
        int i = other * N + corner;
        int left = other * N + (corner + N - 1) % N;
        double middle = (one[i] + one[left] + one[i - N] + one[left - N]) / 4;
        assertEquals(0.5, middle, 0.002, corner + " " + other);
      }
    }
  }

  /** Its second differences over the border are as small as inside: it is smooth there too. */
  @Test
  void noiseIsSmoothOverTheBorder() {
    float[] one = GradientNoise.of(9, 4, 3, 1).values;
    double inside = 0;
    double border = 0;
    for (int i = 0; i < N * N; i++) {
      int x = i % N;
      int row = i - x;
      int y = i / N;
      double across = one[row + (x + 1) % N] + one[row + (x + N - 1) % N] - 2 * one[i];
      double down = one[(y + 1) % N * N + x] + one[(y + N - 1) % N * N + x] - 2 * one[i];
      double bend = Math.max(Math.abs(across), Math.abs(down));
      if (x == 0 || y == 0 || x == N - 1 || y == N - 1) {
        border = Math.max(border, bend);
      } else {
        inside = Math.max(inside, bend);
      }
    }
    assertTrue(border <= 1.05 * inside, border + " against " + inside);
  }
}
