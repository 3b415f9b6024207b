package org.variegate.model.registration.affine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

class AffineTest {
  private static final Grid VOLUME = Grid.centred(48, 44, 40, 4);
  private static final Grid PLANE = Grid.centred(96, 80, 1, 2);

  /** Middles and half axes as parts of 80 mm, of what lies over those before it. */
  private static final double[][] BODY = {
    {0, 0, 0, 0.8, 0.95, 0.9},
    {0, 0.05, 0.1, 0.65, 0.8, 0.7},
    {-0.3, 0.2, 0.15, 0.2, 0.35, 0.25},
    {0.3, 0.25, 0.2, 0.25, 0.3, 0.25},
    {0.05, -0.4, -0.2, 0.35, 0.2, 0.2},
    {0, -0.1, 0.45, 0.15, 0.3, 0.15}
  };

  /** A body where a map takes points from, of some contrast and with noise. */
  private static Level image(Grid grid, Affine map, double[] contrast, int seed) {
    Random random = new Random(seed);
    float[] values = new float[grid.size()];
    double[] at = new double[3];
    for (int i = 0; i < values.length; i++) {
      at[0] = i % grid.nx();
      at[1] = i / grid.nx() % grid.ny();
      at[2] = i / grid.nx() / grid.ny();
      grid.toWorld().apply(at, 1);
      map.apply(at, 1);
      double value = contrast[organ(at)] + 0.03 * random.nextGaussian();
      values[i] = (float) Math.max(0, Math.min(1, value));
    }
    return new Level(grid, values);
  }

  private static int organ(double[] at) {
    int organ = 0;
    for (int k = 0; k < BODY.length; k++) {
      double sum = 0;
      for (int axis = 0; axis < 3; axis++) {
        double far = (at[axis] / 80 - BODY[k][axis]) / BODY[k][3 + axis];
        sum += far * far;
      }
      organ = sum < 1 ? k + 1 : organ;
    }
    return organ;
  }

  private static final double[] FIRST = {0, 0.3, 0.8, 0.2, 0.25, 0.5, 1};
  private static final double[] SECOND = {0, 0.9, 0.45, 0.75, 0.7, 0.1, 0.3};

  /** How far from each other two maps bring points at the body's border, on average. */
  private static double apart(Affine one, Affine other, int dimensions) {
    double sum = 0;
    for (int k = 0; k < 8; k++) {
      double[] a = new double[3];
      for (int axis = 0; axis < dimensions; axis++) {
        a[axis] = (k >> axis & 1) == 0 ? -40 : 40;
      }
      double[] b = a.clone();
      one.apply(a, 1);
      other.apply(b, 1);
      sum += Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]) / 8;
    }
    return sum;
  }

  private static Affine random(int seed, int dimensions) {
    Random random = new Random(seed);
    double[] map = new double[12];
    for (int i = 0; i < 12; i++) {
      boolean inside = i / 4 < dimensions && (i % 4 < dimensions || i % 4 == 3);
      double extent = i % 4 == 3 ? 16 : 0.1;
      map[i] = inside ? extent * (2 * random.nextDouble() - 1) : 0;
    }
    for (int axis = 0; axis < 3; axis++) {
      map[5 * axis] += 1;
    }
    return Affine.of(map);
  }

  /** Turns of up to some 8 degrees, other lengths by up to 10 %, shifts of up to 16 mm. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void mapsAreFoundWithinAVoxelWhateverTheContrast(int seed) {
    Affine map = random(seed, 3);
    Level fixed = image(VOLUME, map, FIRST, seed);
    Level moving = image(Grid.centred(50, 46, 42, 3.8), Affine.IDENTITY, SECOND, seed + 100);
    Affine found = AffineSearch.of(fixed, moving);
    double error = apart(found, map, 3);
    assertTrue(error < 4, "got " + error + " mm, before " + apart(Affine.IDENTITY, map, 3));
    assertEquals(found, AffineSearch.of(fixed, moving));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void mapsOfPlanesAreFound(int seed) {
    Affine map = random(seed, 2);
    Affine found =
        AffineSearch.of(
            image(PLANE, map, FIRST, seed), image(PLANE, Affine.IDENTITY, SECOND, seed + 100));
    double error = apart(found, map, 2);
    assertTrue(error < 2, "got " + error + " mm");
    assertEquals(1, found.get(2, 2));
    assertEquals(0, found.get(2, 3));
  }

  @Test
  void middlesAreThoseOfWhatIsSeen() {
    Affine map = Affine.translation(12, -8, 20);
    Affine found =
        AffineSearch.centres(
            image(VOLUME, map, FIRST, 1), image(VOLUME, Affine.IDENTITY, SECOND, 2));
    assertTrue(apart(found, map, 3) < 1.5, "got " + found);
    Level empty = new Level(VOLUME, new float[VOLUME.size()]);
    assertEquals(Affine.IDENTITY, AffineSearch.centres(empty, empty));
    assertEquals(Affine.IDENTITY, AffineSearch.of(empty, empty));
  }

  /** Images may be scaled to any values, as to mean 0. */
  @Test
  void valuesNeedNoRange() {
    Affine map = random(1, 3);
    Level fixed = image(VOLUME, map, FIRST, 1);
    Level moving = image(VOLUME, Affine.IDENTITY, SECOND, 2);
    float[] other = new float[fixed.values().length];
    for (int i = 0; i < other.length; i++) {
      other[i] = 4 * fixed.values()[i] - 3;
    }
    Affine found = AffineSearch.of(new Level(VOLUME, other).unit(), moving.unit());
    assertTrue(apart(found, map, 3) < 4, "got " + apart(found, map, 3) + " mm");
  }

  @Test
  void informationHasItsDerivative() {
    Level fixed = image(VOLUME, Affine.IDENTITY, FIRST, 1);
    Level moving = image(VOLUME, Affine.IDENTITY, SECOND, 2);
    double[] centre = new double[3];
    SymmetricInformation information =
        new SymmetricInformation(
            Samples.of(fixed, centre).to(moving, centre, 1),
            Samples.of(moving, centre).to(fixed, centre, 1),
            0.5);
    double[] at = {1.03, 0.02, -0.01, 2.3, 0, 0.97, 0.04, -1.1, 0.02, 0, 1.01, 0.7};
    double[] slopes = new double[12];
    information.of(at, slopes);
    double[] ignored = new double[12];
    for (int i = 0; i < 12; i++) {
      double step = i % 4 == 3 ? 1e-3 : 1e-5;
      double[] high = at.clone();
      double[] low = at.clone();
      high[i] += step;
      low[i] -= step;
      double slope = (information.of(high, ignored) - information.of(low, ignored)) / 2 / step;
      assertEquals(
          slope, slopes[i], 0.02 * Math.abs(slope) + (i % 4 == 3 ? 1e-4 : 5e-3), "at " + i);
    }
    assertTrue(Math.abs(slopes[0]) > 0.05, "nothing to compare");
  }

  /** Rosenbrock's valley, upside down. */
  @Test
  void hillsAreClimbed() {
    QuasiNewton.Function hill =
        (at, slopes) -> {
          double a = at[1] - at[0] * at[0];
          double b = 1 - at[0];
          slopes[0] = 40 * a * at[0] + 2 * b;
          slopes[1] = -20 * a;
          return -10 * a * a - b * b;
        };
    double[] top = new QuasiNewton(hill, 0.2, 1e-9).climb(new double[] {-1.2, 1}, 200);
    assertArrayEquals(new double[] {1, 1}, top, 1e-4);
    double[] flat = {3, 4};
    assertArrayEquals(flat, new QuasiNewton((at, slopes) -> 1, 1, 1e-9).climb(flat, 10));
  }
}
