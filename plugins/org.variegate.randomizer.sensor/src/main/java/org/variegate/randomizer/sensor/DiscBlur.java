package org.variegate.randomizer.sensor;

import org.variegate.api.Arena;
import org.variegate.api.space.Grid;

/** The blur of a lens out of focus: the mean over a disc. By sums over the rows of the disc. */
final class DiscBlur {
  private DiscBlur() {}

  /**
   * Blurs one channel in place; beyond the border its outermost pixels are repeated.
   *
   * @param grid a plane
   * @param values of all channels
   * @param from of the channel's first pixel
   * @param radius of the disc in pixels, at least 0
   * @param arena lends sums of rows
   */
  static void apply(Grid grid, float[] values, int from, double radius, Arena arena) {
    int nx = grid.nx();
    int ny = grid.ny();
    double[] widths = widths(Math.min(radius, 2.0 * (nx + ny)));
    int reach = widths.length - 1;
    double total = 0;
    for (int dy = -reach; dy <= reach; dy++) {
      total += 2 * widths[Math.abs(dy)];
    }
    float[] copy = arena.floats(nx * ny);
    System.arraycopy(values, from, copy, 0, nx * ny);
    double[] sums = new double[nx + 1];
    double[] row = new double[nx];
    for (int y = 0; y < ny; y++) {
      java.util.Arrays.fill(row, 0);
      for (int dy = -reach; dy <= reach; dy++) {
        int source = nx * Math.max(0, Math.min(ny - 1, y + dy));
        for (int x = 0; x < nx; x++) {
          sums[x + 1] = sums[x] + copy[source + x];
        }
        addBoxes(sums, widths[Math.abs(dy)], row);
      }
      for (int x = 0; x < nx; x++) {
        values[from + y * nx + x] = (float) (row[x] / total);
      }
    }
    arena.release(copy);
  }

  /** Half the length of each row of the disc, by its distance from the middle one. */
  private static double[] widths(double radius) {
    double[] widths = new double[(int) Math.ceil(radius + 0.5)];
    for (int dy = 0; dy < widths.length; dy++) {
      double lower = Math.max(-radius, dy - 0.5);
      double upper = Math.min(radius, dy + 0.5);
      widths[dy] = Math.max(0, half(upper, radius) - half(lower, radius));
    }
    if (widths.length == 0 || widths[0] == 0) {
      return new double[] {0.5};
    }
    return widths;
  }

  /** The integral of sqrt(r^2 - t^2) from 0 to t. */
  private static double half(double t, double r) {
    if (r == 0) {
      return 0;
    }
    double sine = Math.max(-1, Math.min(1, t / r));
    return (t * Math.sqrt(Math.max(0, r * r - t * t)) + r * r * StrictMath.asin(sine)) / 2;
  }

  private static void addBoxes(double[] sums, double half, double[] row) {
    int n = row.length;
    for (int x = 0; x < n; x++) {
      row[x] += integral(sums, x + 0.5 + half, n) - integral(sums, x + 0.5 - half, n);
    }
  }

  /** The integral of a row from its left edge, its outermost pixels repeated. */
  private static double integral(double[] sums, double to, int n) {
    if (to <= 0) {
      return to * sums[1];
    }
    if (to >= n) {
      return sums[n] + (to - n) * (sums[n] - sums[n - 1]);
    }
    int i = (int) to;
    return sums[i] + (to - i) * (sums[i + 1] - sums[i]);
  }
}
