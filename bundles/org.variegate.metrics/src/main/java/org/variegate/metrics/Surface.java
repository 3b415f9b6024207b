package org.variegate.metrics;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.raster.DistanceTransform;

/**
 * The voxels of a set that have a neighbour outside of it.
 *
 * @param grid of the set
 * @param voxels indices, ascending
 * @param low the first index along each axis that one of them has
 * @param high the last
 */
record Surface(Grid grid, int[] voxels, int[] low, int[] high) {

  static Surface of(Grid grid, IntPredicate set) {
    int nx = grid.nx();
    int ny = grid.ny();
    int[] found = new int[1024];
    int count = 0;
    int[] low = {nx, ny, grid.nz()};
    int[] high = {-1, -1, -1};
    for (int i = 0; i < grid.size(); i++) {
      if (set.test(i) && outermost(grid, set, i)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = i;
        int[] at = {i % nx, i / nx % ny, i / nx / ny};
        for (int axis = 0; axis < 3; axis++) {
          low[axis] = Math.min(low[axis], at[axis]);
          high[axis] = Math.max(high[axis], at[axis]);
        }
      }
    }
    return new Surface(grid, Arrays.copyOf(found, count), low, high);
  }

  /** Axes of one voxel have no outside. */
  private static boolean outermost(Grid grid, IntPredicate set, int i) {
    int stride = 1;
    int rest = i;
    for (int axis = 0; axis < 3; axis++) {
      int n = grid.length(axis);
      int at = rest % n;
      boolean edge = n > 1 && (at == 0 || at == n - 1);
      if (edge || n > 1 && !(set.test(i - stride) && set.test(i + stride))) {
        return true;
      }
      rest /= n;
      stride *= n;
    }
    return false;
  }

  private double diagonal() {
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      double length = (grid.length(axis) - 1) * grid.spacing(axis);
      square += length * length;
    }
    return Math.sqrt(square);
  }

  /** From each of these voxels to the nearest of another surface, within what holds both. */
  double[] distancesTo(Surface other) {
    double[] distances = new double[voxels.length];
    if (other.voxels.length == 0) {
      Arrays.fill(distances, diagonal());
      return distances;
    }
    if (voxels.length == 0) {
      return distances;
    }
    int[] from = new int[3];
    int[] n = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      from[axis] = Math.min(low[axis], other.low[axis]);
      n[axis] = Math.max(high[axis], other.high[axis]) - from[axis] + 1;
    }
    Grid box =
        new Grid(
            n[0], n[1], n[2], Affine.scaling(grid.spacing(0), grid.spacing(1), grid.spacing(2)));
    float[] values = new float[box.size()];
    Arrays.fill(values, Float.POSITIVE_INFINITY);
    for (int voxel : other.voxels) {
      values[within(voxel, from, n)] = 0;
    }
    DistanceTransform.toMiddles(box).squared(values, 0, new FreshArrays());
    for (int i = 0; i < voxels.length; i++) {
      distances[i] = Math.sqrt(values[within(voxels[i], from, n)]);
    }
    return distances;
  }

  private int within(int voxel, int[] from, int[] n) {
    int x = voxel % grid.nx() - from[0];
    int y = voxel / grid.nx() % grid.ny() - from[1];
    int z = voxel / grid.nx() / grid.ny() - from[2];
    return x + n[0] * (y + n[1] * z);
  }
}
