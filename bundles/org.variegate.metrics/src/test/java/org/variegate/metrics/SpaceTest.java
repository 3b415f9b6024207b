package org.variegate.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

class SpaceTest {
  private static final Grid THICK = new Grid(24, 20, 9, Affine.scaling(0.8, 1, 2.5));

  private static IntPredicate none() {
    return i -> false;
  }

  private static IntPredicate box(Grid g, int x, int y, int z, int side) {
    return i -> {
      int a = i % g.nx() - x;
      int b = i / g.nx() % g.ny() - y;
      int c = i / g.nx() / g.ny() - z;
      return a >= 0 && a < side && b >= 0 && b < side && c >= 0 && c < side;
    };
  }

  @Test
  void overlapIsCountedByHand() {
    Overlap overlap = new Overlap(4, 6, 3);
    assertEquals(0.6, overlap.dice(), 1e-12);
    assertEquals(3 / 7.0, overlap.jaccard(), 1e-12);
    assertEquals(0.5, overlap.volumeError(), 1e-12);
    int[] truth = {0, 0, 1, 1, 1, 2, -1};
    int[] taken = {0, 1, 1, 1, 0, 1, 1};
    Overlap[] all = Overlap.of(3, 7, i -> truth[i], i -> taken[i]);
    assertEquals(
        List.of(new Overlap(2, 2, 1), new Overlap(3, 5, 2), new Overlap(1, 0, 0)), List.of(all));
    assertThrows(IllegalArgumentException.class, () -> new Overlap(1, 1, 2));
  }

  @Test
  void emptySetsAreWhatTheLiteratureSays() {
    Overlap nothing = new Overlap(0, 0, 0);
    assertEquals(1, nothing.dice());
    assertEquals(1, nothing.jaccard());
    assertEquals(0, nothing.volumeError());
    assertEquals(0, new Overlap(0, 5, 0).dice());
    assertEquals(Double.POSITIVE_INFINITY, new Overlap(0, 5, 0).volumeError());
    SurfaceDistances none = SurfaceDistances.of(THICK, none(), none());
    assertEquals(0, none.hausdorff(0.95));
    assertEquals(0, none.average());
    assertEquals(1, none.dice(1));
    SurfaceDistances missed = SurfaceDistances.of(THICK, box(THICK, 2, 2, 2, 3), none());
    double diagonal = Math.sqrt(18.4 * 18.4 + 19 * 19 + 20 * 20);
    assertEquals(diagonal, missed.hausdorff(0.95), 1e-9);
    assertEquals(diagonal, missed.average(), 1e-9);
    assertEquals(0, missed.dice(3));
  }

  @Test
  void planesAreAsFarApartAsTheyAre() {
    int slice = THICK.nx() * THICK.ny();
    SurfaceDistances planes = SurfaceDistances.of(THICK, i -> i / slice == 2, i -> i / slice == 5);
    assertEquals(7.5, planes.hausdorff(1), 1e-6);
    assertEquals(7.5, planes.hausdorff(0.95), 1e-6);
    assertEquals(7.5, planes.average(), 1e-6);
    assertEquals(1, planes.dice(7.5));
    assertEquals(0, planes.dice(7.4));
    assertEquals(0, planes.dice());
    assertEquals(
        1, SurfaceDistances.of(THICK, i -> i / slice == 2, i -> i / slice == 3).dice(), "a voxel");
  }

  @Test
  void aShiftedCubeIsAsFarAsItWasShifted() {
    Grid grid = Grid.centred(20, 20, 20, 3);
    SurfaceDistances shifted =
        SurfaceDistances.of(grid, box(grid, 4, 4, 4, 9), box(grid, 6, 4, 4, 9));
    assertEquals(6, shifted.hausdorff(1), 1e-6);
    assertTrue(shifted.average() < 2.5);
    SurfaceDistances same = SurfaceDistances.of(grid, box(grid, 4, 4, 4, 9), box(grid, 4, 4, 4, 9));
    assertEquals(0, same.hausdorff(1));
    assertEquals(1, same.dice(0));
  }

  /** Two points and two others in a plane of 1 x 2 mm: 2, sqrt(13); 2, sqrt(17). */
  @Test
  void distancesInAPlaneAreCountedByHand() {
    Grid plane = new Grid(8, 6, 1, Affine.scaling(1, 2, 1));
    SurfaceDistances points =
        SurfaceDistances.of(plane, i -> i == 9 || i == 12, i -> i == 17 || i == 29);
    // truth at (1, 1) and (4, 1), predicted at (1, 2) and (5, 3), in voxels
    assertEquals(Math.sqrt(17), points.hausdorff(1), 1e-6);
    assertEquals((2 + Math.sqrt(13) + 2 + Math.sqrt(17)) / 4, points.average(), 1e-6);
    assertEquals(0.5, points.dice(2));
    assertEquals(0.75, points.dice(3.7));
    assertEquals(2 + 0.95 * (Math.sqrt(17) - 2), points.hausdorff(0.95), 1e-6);
  }

  @Test
  void distancesAreThoseOfAllPairs() {
    boolean[] a = random(1);
    boolean[] b = random(2);
    SurfaceDistances fast = SurfaceDistances.of(THICK, i -> a[i], i -> b[i]);
    List<Double> all = new ArrayList<>(brute(a, b));
    double farthest = all.stream().mapToDouble(d -> d).max().orElseThrow();
    all.addAll(brute(b, a));
    farthest = Math.max(farthest, all.stream().mapToDouble(d -> d).max().orElseThrow());
    assertEquals(farthest, fast.hausdorff(1), 1e-5);
    assertEquals(all.stream().mapToDouble(d -> d).average().orElseThrow(), fast.average(), 1e-5);
    assertEquals(
        all.stream().filter(d -> d <= 2.5001).count() / (double) all.size(), fast.dice(2.5), 1e-12);
  }

  /** Clumps: a voxel is in if the mean of 8 neighbours' values is high. */
  private static boolean[] random(int trial) {
    double[] noise = Simulation.normal(trial, "set", THICK.size(), 0);
    boolean[] set = new boolean[noise.length];
    for (int i = 0; i + 500 < noise.length; i++) {
      set[i] = noise[i] + noise[i + 1] + noise[i + 24] + noise[i + 480] > 2.5;
    }
    return set;
  }

  private static List<Double> brute(boolean[] from, boolean[] to) {
    int[] a = Surface.of(THICK, i -> from[i]).voxels();
    int[] b = Surface.of(THICK, i -> to[i]).voxels();
    List<Double> distances = new ArrayList<>();
    for (int i : a) {
      double best = Double.POSITIVE_INFINITY;
      for (int j : b) {
        double x = 0.8 * (i % 24 - j % 24);
        double y = i / 24 % 20 - j / 24 % 20;
        double z = 2.5 * (i / 480 - j / 480);
        best = Math.min(best, Math.sqrt(x * x + y * y + z * z));
      }
      distances.add(best);
    }
    return distances;
  }

  @Test
  void theInsideOfASetIsNoSurface() {
    Grid grid = Grid.centred(7, 7, 7, 1);
    assertEquals(125 - 27, Surface.of(grid, box(grid, 1, 1, 1, 5)).voxels().length);
    assertEquals(343 - 125, Surface.of(grid, i -> true).voxels().length);
    Grid plane = Grid.centred(7, 7, 1, 1);
    assertEquals(24, Surface.of(plane, i -> true).voxels().length);
  }

  @Test
  void targetsAreMeasured() {
    Summary error =
        Summary.distances(
            new double[] {0, 0, 0, 1, 1, 1, 5, 0, 0}, new double[] {3, 4, 0, 1, 1, 1, 5, 0, 1});
    assertEquals(2, error.mean(), 1e-12);
    assertEquals(1, error.median(), 1e-12);
    assertEquals(5, error.most(), 1e-12);
    assertEquals(1 + 0.9 * 4, error.percentile95(), 1e-12);
    assertEquals(Math.sqrt((9 + 4 + 1) / 2.0), error.deviation(), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> Summary.of());
    assertThrows(IllegalArgumentException.class, () -> Summary.of(1, Double.NaN));
  }

  private static float[] field(Grid grid, double[][] m) {
    int n = grid.size();
    double[] points = new double[3 * n];
    for (int i = 0; i < n; i++) {
      points[3 * i] = i % grid.nx();
      points[3 * i + 1] = i / grid.nx() % grid.ny();
      points[3 * i + 2] = i / grid.nx() / grid.ny();
    }
    grid.toWorld().apply(points, n);
    float[] u = new float[3 * n];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < 3; c++) {
        for (int k = 0; k < 3; k++) {
          u[c * n + i] += (float) (m[c][k] * points[3 * i + k]);
        }
      }
    }
    return u;
  }

  /** Of a linear field the determinant is that of 1 + M, however the grid lies in the world. */
  @Test
  void linearFieldsHaveOneDeterminant() {
    Grid oblique = new Grid(9, 7, 5, Affine.of(0, -1.1, 0, 4, -.42, 0, -2.4, 8, .56, 0, -1.8, 1));
    double[][] m = {{0.2, 0.1, 0}, {-0.05, -0.1, 0.02}, {0, 0.3, 0.5}};
    double det = 1.2 * (0.9 * 1.5 - 0.02 * 0.3) - 0.1 * (-0.05 * 1.5) + 0;
    Jacobian jacobian = Jacobian.of(oblique, field(oblique, m));
    assertEquals(det, jacobian.mean(), 1e-4);
    assertEquals(0, jacobian.deviation(), 1e-3);
    assertEquals(0, jacobian.logDeviation(), 1e-3);
    assertEquals(0, jacobian.folding());
    assertEquals(7 * 5 * 3, jacobian.count());
  }

  @Test
  void mirrorsFoldAndStillnessDoesNot() {
    Grid grid = Grid.centred(6, 5, 4, 2);
    Jacobian folded =
        Jacobian.of(grid, field(grid, new double[][] {{-2, 0, 0}, {0, 0, 0}, {0, 0, 0}}));
    assertEquals(1, folded.folding());
    assertEquals(-1, folded.least(), 1e-5);
    Jacobian still = Jacobian.of(grid, new float[3 * grid.size()]);
    assertEquals(new Jacobian(4 * 3 * 2, 1, 0, 1, 1, 0, 0), still);
  }

  @Test
  void planesAreMeasuredWithinThemselves() {
    Grid plane = Grid.centred(8, 9, 1, 1.5);
    double[][] m = {{0.1, 0, 0}, {0, 0.3, 0}, {0, 0, 9}};
    assertEquals(1.1 * 1.3, Jacobian.of(plane, field(plane, m)).mean(), 1e-5);
    Grid two = Grid.centred(8, 2, 1, 1);
    assertThrows(IllegalArgumentException.class, () -> Jacobian.of(two, new float[48]));
    assertThrows(IllegalArgumentException.class, () -> Jacobian.of(plane, new float[5]));
  }
}
