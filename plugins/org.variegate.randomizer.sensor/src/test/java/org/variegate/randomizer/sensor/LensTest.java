package org.variegate.randomizer.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.RadialDistortion;
import org.variegate.tck.HeapArena;

class LensTest {
  private static final Grid SQUARE = new Grid(101, 101, 1, Affine.IDENTITY);

  @Test
  void distortionIsUndoneByItsInverse() {
    for (double k : new double[] {-.3, -.1, 0, .12, 1}) {
      RadialDistortion distortion = new RadialDistortion(SQUARE, k);
      double[] points = new double[3 * 441];
      for (int i = 0; i < 441; i++) {
        points[3 * i] = 5 * (i % 21);
        points[3 * i + 1] = 5 * (i / 21);
        points[3 * i + 2] = 7;
      }
      double[] moved = points.clone();
      distortion.apply(moved, 441);
      for (double value : moved) {
        assertTrue(value > -1e-9 && value < 100 + 1e-9, "from within the picture: " + value);
      }
      distortion.inverse().apply(moved, 441);
      for (int i = 0; i < points.length; i++) {
        assertEquals(points[i], moved[i], 1e-6, "k = " + k);
      }
    }
  }

  /** At half of the way to a corner r is 1/2: s (1 + k / 4). */
  @Test
  void distortionIsTheFirstTermOfBrown() {
    double[] point = {75, 75, 0};
    new RadialDistortion(SQUARE, .2).apply(point, 1);
    assertEquals(50 + 25 * (1 + .2 / 4) / 1.2, point[0], 1e-9);
    double[] barrel = {75, 75, 0};
    new RadialDistortion(SQUARE, -.2).apply(barrel, 1);
    assertEquals(50 + 25 * (1 - .2 / 4), barrel[1], 1e-9);
  }

  /** A plane is interpolated without error. */
  @Test
  void aberrationScalesAboutTheMiddle() {
    float[] values = new float[3 * SQUARE.size()];
    for (int i = 0; i < SQUARE.size(); i++) {
      values[SQUARE.size() + i] = i % 101 + 2 * (i / 101);
    }
    ChromaticAberration.apply(SQUARE, values, SQUARE.size(), 1.25, HeapArena.poisoned(Float.NaN));
    for (int y = 0; y < 101; y += 10) {
      for (int x = 0; x < 101; x += 10) {
        double expected = 50 + (x - 50) / 1.25 + 2 * (50 + (y - 50) / 1.25);
        assertEquals(expected, values[SQUARE.size() + y * 101 + x], 1e-4);
      }
    }
    assertEquals(0, values[7]);
    assertEquals(0, values[2 * SQUARE.size() + 7]);
  }

  /** A point becomes a disc: all of its light, its variance r^2 / 4 along each axis. */
  @Test
  void discHasItsRadius() {
    for (double radius : new double[] {3, 5.3, 10}) {
      float[] values = new float[SQUARE.size()];
      values[50 * 101 + 50] = 1;
      DiscBlur.apply(SQUARE, values, 0, radius, HeapArena.poisoned(Float.NaN));
      double sum = 0;
      double across = 0;
      double down = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[i];
        across += values[i] * Math.pow(i % 101 - 50, 2);
        down += values[i] * Math.pow(i / 101 - 50, 2);
      }
      assertEquals(1, sum, 1e-5);
      assertEquals(radius * radius / 4, across, .1 + .01 * radius * radius);
      assertEquals(radius * radius / 4, down, .1 + .01 * radius * radius);
      assertEquals(1 / (Math.PI * radius * radius), values[50 * 101 + 51], 1e-4);
    }
  }

  @Test
  void discLeavesWhatIsEven() {
    for (double radius : new double[] {.2, .5, 1, 4, 400}) {
      float[] values = new float[SQUARE.size()];
      Arrays.fill(values, .7f);
      DiscBlur.apply(SQUARE, values, 0, radius, HeapArena.zeroed());
      for (float value : values) {
        assertEquals(.7f, value, 1e-4f, "radius " + radius);
      }
    }
  }

  private static float[] expose(Exposure exposure, Grid grid, float level) {
    float[] values = new float[3 * grid.size()];
    Arrays.fill(values, level);
    exposure.apply(
        grid, values, 3, new SampleDraws(3, 1, new DrawRecord(), Overrides.NONE).noise("field"));
    return values;
  }

  /**
   * Mean v and variance v / full + (read / full)^2, of 3 x 250,000 pixels: five standard errors, so
   * that a fresh seed fails once in 10^6.
   */
  @Test
  void noiseIsThatOfPhotons() {
    Grid grid = new Grid(500, 500, 1, Affine.IDENTITY);
    double full = 2000;
    for (double read : new double[] {0, 40}) {
      for (double level : new double[] {.1, .4, .9}) {
        Exposure exposure = new Exposure(new float[] {1, 1, 1}, 0, full, read, 0);
        float[] values = expose(exposure, grid, (float) level);
        double variance = level / full + read * read / full / full;
        double mean = 0;
        double square = 0;
        int n = values.length;
        for (float value : values) {
          mean += value / n;
          square += (value - level) * (value - level) / n;
        }
        assertEquals(level, mean, 5 * Math.sqrt(variance / n));
        assertEquals(1, square / variance, 5 * Math.sqrt(2.0 / n) + 1e-4);
        assertEquals(0, correlation(values, 1, level, variance), 5 / Math.sqrt(n));
        assertEquals(0, correlation(values, grid.size(), level, variance), 5 / Math.sqrt(n));
      }
    }
  }

  private static double correlation(float[] values, int lag, double mean, double variance) {
    double sum = 0;
    for (int i = lag; i < values.length; i++) {
      sum += (values[i] - mean) * (values[i - lag] - mean);
    }
    return sum / (values.length - lag) / variance;
  }

  @Test
  void cornersAreDarker() {
    Exposure exposure = new Exposure(new float[] {1, 2, .5f}, .4, 1e12, 0, 0);
    float[] values = expose(exposure, SQUARE, .5f);
    assertEquals(.5, values[50 * 101 + 50], 1e-4);
    assertEquals(1, values[SQUARE.size() + 50 * 101 + 50], 1e-4);
    assertEquals(.25 * .6, values[2 * SQUARE.size()], .003);
    assertEquals(.5 * .8, values[50], .003);
  }

  @Test
  void numbersAreRounded() {
    Exposure exposure = new Exposure(new float[] {1, 1, 1}, 0, 1e12, 0, 3);
    assertEquals(4 / 7f, expose(exposure, SQUARE, .55f)[0], 1e-6f);
    assertEquals(1, expose(exposure, SQUARE, .95f)[0], 1e-6f);
    assertEquals(10, expose(exposure, SQUARE, 10f)[0], 1e-5f);
  }
}
