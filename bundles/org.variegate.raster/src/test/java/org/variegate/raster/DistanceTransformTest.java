package org.variegate.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Noise;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;

class DistanceTransformTest {
  private static final float FAR = Float.POSITIVE_INFINITY;

  private static final List<Grid> GRIDS =
      List.of(
          Grid.centred(9, 7, 5, 1),
          new Grid(13, 11, 6, Affine.scaling(0.7, 1.1, 5)),
          new Grid(5, 17, 9, Affine.of(0, -2, 0, 4, 0.3, 0, 0, 8, 0, 0, -1.5, 1)),
          Grid.centred(31, 1, 1, 0.5),
          Grid.centred(1, 23, 1, 2),
          Grid.centred(19, 21, 1, 1.5),
          Grid.centred(1, 1, 1, 3),
          Grid.centred(37, 20, 3, 0.1));

  /** Sets of some voxels: few, every other, nearly all. */
  private static boolean[] set(Grid grid, int seed, double share) {
    Noise noise = new SampleDraws(seed, 0, new DrawRecord(), Overrides.NONE).noise("set");
    float[] u = new float[grid.size()];
    noise.uniform(u, 0, u.length, 0);
    boolean[] set = new boolean[u.length];
    for (int i = 0; i < u.length; i++) {
      set[i] = u[i] < share;
    }
    return set;
  }

  private static double axis(int a, int b, double spacing, double half) {
    double away = Math.max(0, Math.abs(a - b) - half) * spacing;
    return away * away;
  }

  private static double brute(Grid g, boolean[] set, int at, double half) {
    double best = Double.POSITIVE_INFINITY;
    int slice = g.nx() * g.ny();
    for (int i = 0; i < set.length; i++) {
      if (set[i]) {
        double d =
            axis(at % g.nx(), i % g.nx(), g.spacing(0), half)
                + axis(at / g.nx() % g.ny(), i / g.nx() % g.ny(), g.spacing(1), half)
                + axis(at / slice, i / slice, g.spacing(2), half);
        best = Math.min(best, d);
      }
    }
    return best;
  }

  private static float[] squared(Grid grid, boolean[] set, double half) {
    float[] values = new float[grid.size() + 3];
    for (int i = 0; i < set.length; i++) {
      values[i + 3] = set[i] ? 0 : FAR;
    }
    DistanceTransform transform =
        half == 0 ? DistanceTransform.toMiddles(grid) : DistanceTransform.toBoxes(grid);
    transform.squared(values, 3, new HeapArena());
    return Arrays.copyOfRange(values, 3, values.length);
  }

  @Test
  void isWhatTryingAllPairsGives() {
    for (Grid grid : GRIDS) {
      for (double share : new double[] {0.004, 0.03, 0.2, 0.6, 0.97}) {
        for (double half : new double[] {0, 0.5}) {
          boolean[] set = set(grid, (int) (share * 1000), share);
          float[] squared = squared(grid, set, half);
          for (int i = 0; i < set.length; i++) {
            double exact = brute(grid, set, i, half);
            assertEquals(exact, squared[i], 1e-5 * exact, grid + ", voxel " + i);
          }
        }
      }
    }
  }

  /** 400 sets a line, so that every way in which two curves may meet comes up. */
  @Test
  void everyLineIsExact() {
    for (double half : new double[] {0, 0.5}) {
      for (int seed = 0; seed < 400; seed++) {
        int n = 2 + seed % 17;
        float[] g = new float[n];
        new SampleDraws(seed, 1, new DrawRecord(), Overrides.NONE)
            .noise("heights")
            .uniform(g, 0, n, 0);
        for (int i = 0; i < n; i++) {
          g[i] = g[i] < 0.2 ? FAR : g[i] * g[i] * (seed % 7) * 20;
        }
        float[] seen = g.clone();
        new Envelope(n, 1.3, half).apply(seen, 0);
        for (int x = 0; x < n; x++) {
          double best = Double.POSITIVE_INFINITY;
          for (int q = 0; q < n; q++) {
            best = Math.min(best, g[q] + axis(x, q, 1.3, half));
          }
          assertEquals(best, seen[x], 1e-5 * best, "seed " + seed + " at " + x);
        }
      }
    }
  }

  @Test
  void noSetIsInfinitelyFar() {
    Grid grid = Grid.centred(4, 5, 6, 1);
    for (float value : squared(grid, new boolean[grid.size()], 0)) {
      assertEquals(FAR, value);
    }
  }

  /**
   * A ball of 10 mm on voxels of 1 x 1 x 2 mm: the distance to its surface within half a voxel's
   * diagonal, 1.22 mm; mostly too near, for the corners of its voxels stand out.
   */
  @Test
  void signedDistanceOfABallIsThatToItsSurface() {
    Grid grid = new Grid(41, 41, 21, Affine.of(1, 0, 0, -20, 0, 1, 0, -20, 0, 0, 2, -20));
    float[] values = new float[grid.size()];
    double[] radius = new double[grid.size()];
    for (int i = 0; i < values.length; i++) {
      double x = i % 41 - 20;
      double y = i / 41 % 41 - 20;
      double z = 2 * (i / 1681) - 20;
      radius[i] = Math.sqrt(x * x + y * y + z * z);
      values[i] = radius[i] < 10 ? 1 : 0;
    }
    DistanceTransform.toBoxes(grid).signed(values, 0, 100, new HeapArena());
    for (int i = 0; i < values.length; i++) {
      assertEquals(radius[i] - 10, values[i], 1.3, "radius " + radius[i]);
      assertTrue(radius[i] < 10 == values[i] < 0, "sign at radius " + radius[i]);
      assertTrue(Math.abs(values[i]) < Math.abs(radius[i] - 10) + 1.05, "too far");
    }
  }

  @Test
  void signedDistancesAreCutOff() {
    Grid grid = Grid.centred(9, 1, 1, 2);
    float[] values = {1, 1, 1, 0, 0, 0, 0, 0, 0};
    DistanceTransform.toBoxes(grid).signed(values, 0, 4, new HeapArena());
    assertEquals("[-4.0, -3.0, -1.0, 1.0, 3.0, 4.0, 4.0, 4.0, 4.0]", Arrays.toString(values));
    float[] none = new float[9];
    DistanceTransform.toBoxes(grid).signed(none, 0, 4, new HeapArena());
    assertEquals(4, none[5]);
    float[] all = new float[9];
    Arrays.fill(all, 1);
    DistanceTransform.toBoxes(grid).signed(all, 0, 4, new HeapArena());
    assertEquals(-4, all[5]);
  }
}
