package org.variegate.raster;

import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

/**
 * Grids whose axes run, as nearly as their voxels let them, to the right, to the front and up, the
 * way in which networks are shown volumes however a scanner has stored them.
 */
final class Upright {
  private Upright() {}

  /**
   * The same voxels in another order.
   *
   * @param grid of a volume, or of a plane
   * @return the grid itself, if it is a plane or upright already
   */
  static Grid of(Grid grid) {
    int[] axes = axes(grid);
    double[] rows = new double[12];
    boolean turned = false;
    for (int to = 0; to < 3; to++) {
      int from = axes[to];
      boolean reversed = grid.toWorld().get(to, from) < 0;
      rows[4 * from + to] = reversed ? -1 : 1;
      rows[4 * from + 3] = reversed ? grid.length(from) - 1 : 0;
      turned |= reversed || from != to;
    }
    boolean plane = grid.nx() == 1 || grid.ny() == 1 || grid.nz() == 1;
    if (plane || !turned) {
      return grid;
    }
    return new Grid(
        grid.length(axes[0]),
        grid.length(axes[1]),
        grid.length(axes[2]),
        grid.toWorld().after(Affine.of(rows)));
  }

  /** Which axis of the grid runs along each of the world's: those of the largest cosines' sum. */
  private static int[] axes(Grid grid) {
    int[] best = {0, 1, 2};
    double most = -1;
    int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (int[] order : orders) {
      double sum = 0;
      for (int world = 0; world < 3; world++) {
        sum += Math.abs(grid.toWorld().get(world, order[world])) / grid.spacing(order[world]);
      }
      if (sum > most + 1e-9) {
        most = sum;
        best = order;
      }
    }
    return best;
  }
}
