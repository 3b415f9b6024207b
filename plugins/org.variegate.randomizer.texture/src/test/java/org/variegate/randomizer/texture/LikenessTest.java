package org.variegate.randomizer.texture;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.randomizer.texture.Field.N;

import org.junit.jupiter.api.Test;

/** How far materials are from each other, in colour and in what they are made of. */
class LikenessTest {
  private static final int LEVELS = 6;
  private static final int[][] DIRECTIONS = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};

  /**
   * What two materials are compared by.
   *
   * @param colours share of each of 216 colours
   * @param variogram of luminance at 7 lags in 4 directions: the spectrum by another name
   * @param relief the same of height, all 0 if flat
   */
  private record Likeness(double[] colours, double[] variogram, double[] relief) {
    static Likeness of(Surface surface) {
      byte[] texels = surface.paint().texels();
      double[] colours = new double[LEVELS * LEVELS * LEVELS];
      float[] luminance = new float[N * N];
      for (int i = 0; i < N * N; i++) {
        int bin = 0;
        for (int c = 0; c < 3; c++) {
          bin = bin * LEVELS + (texels[3 * i + c] & 255) * LEVELS / 256;
          luminance[i] += (texels[3 * i + c] & 255) / 765f;
        }
        colours[bin] += 1.0 / (N * N);
      }
      boolean flat = surface.height() == null;
      return new Likeness(
          colours,
          variogram(luminance),
          flat ? new double[28] : variogram(surface.height().values));
    }

    /** Half the mean square of differences by the variance: 1 at lags beyond any likeness. */
    private static double[] variogram(float[] values) {
      double variance = half(values, N / 2, N / 4) + 1e-9;
      double[] result = new double[28];
      for (int i = 0; i < result.length; i++) {
        int lag = 1 << i / 4;
        int[] way = DIRECTIONS[i % 4];
        result[i] = half(values, lag * way[0], lag * way[1]) / variance;
      }
      double sum = 0;
      for (double value : result) {
        sum += value;
      }
      for (int i = 0; i < result.length; i++) {
        result[i] /= sum + 1e-9;
      }
      return result;
    }

    private static double half(float[] values, int dx, int dy) {
      double sum = 0;
      for (int i = 0; i < N * N; i++) {
        int x = i + dx & N - 1;
        int y = i / N + dy & N - 1;
        double d = values[i] - values[y * N + x];
        sum += d * d;
      }
      return sum / (2 * N * N);
    }

    double distance(Likeness other) {
      return apart(colours, other.colours)
          + apart(variogram, other.variogram)
          + apart(relief, other.relief);
    }

    /** Total variation: 0 for the same, 1 for what has nothing in common. */
    private static double apart(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += Math.abs(a[i] - b[i]);
      }
      return sum / 2;
    }
  }

  /** No two of all materials are alike, from the same seed, so that a copy would be one. */
  @Test
  void noTwoAreAlike() {
    for (int seed = 20; seed < 22; seed++) {
      Likeness[] all = new Likeness[Catalog.ALL.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = Likeness.of(Catalog.ALL.get(i).surface().apply(new Kit(seed)));
        for (int j = 0; j < i; j++) {
          double distance = all[i].distance(all[j]);
          String pair = Catalog.ALL.get(i).name() + " and " + Catalog.ALL.get(j).name();
          assertTrue(distance > 0.15, pair + ": " + distance);
        }
      }
    }
  }

  /** What the measure says of one material: nothing of a shift, little of finer grain. */
  @Test
  void theMeasureMeasures() {
    Surface bricks = Catalog.of("bricks").get(0).surface().apply(new Kit(1));
    Surface shifted =
        Surface.of(
                new Paint(
                    bricks.paint().red().shifted(9, 50),
                    bricks.paint().green().shifted(9, 50),
                    bricks.paint().blue().shifted(9, 50)),
                0.5f)
            .relief(bricks.height().shifted(9, 50), 0.01);
    assertTrue(Likeness.of(bricks).distance(Likeness.of(shifted)) < 1e-5);
    Surface sand = Catalog.of("sand").get(0).surface().apply(new Kit(1));
    assertTrue(Likeness.of(bricks).distance(Likeness.of(sand)) > 1);
  }
}
