package org.variegate.formats.internal;

import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.formats.Orientation;

/**
 * An exchange and reversal of axes.
 *
 * @param grid in memory
 * @param start the index in memory of the file's first voxel
 * @param strides how the index in memory changes along each axis of the file
 */
record Reorientation(Grid grid, int start, int[] strides) {
  private static final int[][] ORDERS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  static Reorientation of(Grid file, Orientation orientation) {
    int[] axes = orientation == Orientation.RAS ? closest(file) : ORDERS[0];
    boolean[] reversed = new boolean[3];
    for (int axis = 0; axis < 3; axis++) {
      reversed[axis] = orientation == Orientation.RAS && file.toWorld().get(axis, axes[axis]) < 0;
    }
    return of(file, axes, reversed);
  }

  /**
   * For each axis of the world, the axis of the file that runs along it: largest sum of cosines.
   */
  private static int[] closest(Grid file) {
    int[] best = ORDERS[0];
    double most = -1;
    for (int[] order : ORDERS) {
      double sum = 0;
      for (int axis = 0; axis < 3; axis++) {
        sum += Math.abs(file.toWorld().get(axis, order[axis])) / file.spacing(order[axis]);
      }
      if (sum > most + 1e-9) {
        most = sum;
        best = order;
      }
    }
    return best;
  }

  private static Reorientation of(Grid file, int[] axes, boolean[] reversed) {
    double[] m = new double[12];
    int[] strides = new int[3];
    int start = 0;
    int stride = 1;
    for (int row = 0; row < 3; row++) {
      m[4 * row + 3] = file.toWorld().get(row, 3);
    }
    for (int axis = 0; axis < 3; axis++) {
      int from = axes[axis];
      int last = file.length(from) - 1;
      for (int row = 0; row < 3; row++) {
        double step = file.toWorld().get(row, from);
        m[4 * row + axis] = reversed[axis] ? -step : step;
        m[4 * row + 3] += reversed[axis] ? step * last : 0;
      }
      start += reversed[axis] ? stride * last : 0;
      strides[from] = reversed[axis] ? -stride : stride;
      stride *= last + 1;
    }
    Grid grid =
        new Grid(file.length(axes[0]), file.length(axes[1]), file.length(axes[2]), Affine.of(m));
    return new Reorientation(grid, start, strides);
  }

  int index(int i, int j, int k) {
    return start + i * strides[0] + j * strides[1] + k * strides[2];
  }
}
