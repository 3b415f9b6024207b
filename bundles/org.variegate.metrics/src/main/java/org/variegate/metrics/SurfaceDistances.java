package org.variegate.metrics;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.variegate.api.space.Grid;

/**
 * How far two sets of voxels lie apart at their surfaces. A surface is the middles of those voxels
 * of a set that share a face with a voxel outside of it or with the edge of the grid; distances are
 * Euclidean, in mm, exact on grids of any spacing at right angles; each voxel of a surface counts
 * once (as in MedPy and MONAI, not by the area that it has).
 *
 * <p>Where one set is empty, all distances are the grid's diagonal, the largest there can be; where
 * both are, they agree: there are no distances, and what is made of them is 0 (Maier-Hein et al.
 * 2024, "Metrics reloaded").
 */
public final class SurfaceDistances {
  private final double voxel;
  private final double[] fromTruth;
  private final double[] fromPredicted;

  private SurfaceDistances(double voxel, double[] fromTruth, double[] fromPredicted) {
    this.voxel = voxel;
    this.fromTruth = fromTruth;
    this.fromPredicted = fromPredicted;
    Arrays.sort(fromTruth);
    Arrays.sort(fromPredicted);
  }

  /**
   * Compares two sets.
   *
   * @param grid of both
   * @param truth whether a voxel, by its index, is of the true set
   * @param predicted whether a voxel is of the predicted set
   * @return their distances
   */
  public static SurfaceDistances of(Grid grid, IntPredicate truth, IntPredicate predicted) {
    Surface a = Surface.of(grid, truth);
    Surface b = Surface.of(grid, predicted);
    double voxel = 0;
    for (int axis = 0; axis < 3; axis++) {
      voxel = Math.max(voxel, grid.length(axis) > 1 ? grid.spacing(axis) : 0);
    }
    return new SurfaceDistances(voxel, a.distancesTo(b), b.distancesTo(a));
  }

  /**
   * The Hausdorff distance but for the farthest: the larger, of either direction, of the given
   * quantile of distances (Huttenlocher, Klanderman and Rucklidge 1993; linear between neighbours).
   *
   * @param share 0.95 for the usual one, 1 for the Hausdorff distance itself
   * @return at least 0 mm
   */
  public double hausdorff(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share: needs a number in [0, 1], got " + share);
    }
    return Math.max(quantile(fromTruth, share), quantile(fromPredicted, share));
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : Summary.quantile(sorted, share);
  }

  /**
   * The mean of all distances of both directions (average symmetric surface distance; Heimann et
   * al. 2009, equation 3).
   *
   * @return at least 0 mm
   */
  public double average() {
    int count = fromTruth.length + fromPredicted.length;
    return count == 0 ? 0 : (sum(fromTruth) + sum(fromPredicted)) / count;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /**
   * The share of both surfaces that lies within a tolerance of the other (surface Dice; Nikolov et
   * al. 2018, equation 6, by voxels instead of areas).
   *
   * @param tolerance in mm, at least 0; such as what two readers differ by
   * @return in [0, 1]; 1 if both sets are empty, 0 if one is
   */
  public double dice(double tolerance) {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException(
          "tolerance: needs a length of at least 0 mm, got " + tolerance);
    }
    int count = fromTruth.length + fromPredicted.length;
    int near = near(fromTruth, tolerance) + near(fromPredicted, tolerance);
    return count == 0 ? 1 : (double) near / count;
  }

  /**
   * Surface Dice with the tolerance of a voxel: the largest distance between neighbours on the
   * grid, along axes of more than one voxel.
   *
   * @return as {@link #dice(double)}
   */
  public double dice() {
    return dice(voxel);
  }

  /** Distances are squares' roots, so that a tolerance of just a spacing is missed by rounding. */
  private static int near(double[] sorted, double tolerance) {
    int near = 0;
    while (near < sorted.length && sorted[near] <= tolerance * (1 + 1e-6)) {
      near++;
    }
    return near;
  }
}
