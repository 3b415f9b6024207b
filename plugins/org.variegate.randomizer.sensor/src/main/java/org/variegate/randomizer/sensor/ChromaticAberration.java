package org.variegate.randomizer.sensor;

import org.variegate.api.Arena;
import org.variegate.api.space.Grid;

/** Lateral chromatic aberration: a channel is seen larger or smaller about the middle. */
final class ChromaticAberration {
  private ChromaticAberration() {}

  /**
   * Scales one channel, by linear interpolation; beyond the border its outermost pixels are
   * repeated.
   *
   * @param grid a plane
   * @param values of all channels
   * @param from of the channel's first pixel
   * @param scale above 1 shows it larger
   * @param arena lends a copy
   */
  static void apply(Grid grid, float[] values, int from, double scale, Arena arena) {
    int nx = grid.nx();
    int ny = grid.ny();
    float[] copy = arena.floats(nx * ny);
    System.arraycopy(values, from, copy, 0, nx * ny);
    int[] columns = new int[nx];
    float[] weights = new float[nx];
    for (int x = 0; x < nx; x++) {
      double at = place(x, nx, scale);
      columns[x] = Math.min((int) at, Math.max(0, nx - 2));
      weights[x] = (float) (at - columns[x]);
    }
    float[] row = arena.floats(nx + 1);
    for (int y = 0; y < ny; y++) {
      double at = place(y, ny, scale);
      int upper = (int) at;
      blend(copy, upper * nx, Math.min(upper + 1, ny - 1) * nx, (float) (at - upper), row, nx);
      row[nx] = row[nx - 1];
      int to = from + y * nx;
      for (int x = 0; x < nx; x++) {
        int c = columns[x];
        values[to + x] = row[c] + weights[x] * (row[c + 1] - row[c]);
      }
    }
    arena.release(row);
    arena.release(copy);
  }

  private static double place(int i, int n, double scale) {
    double middle = (n - 1) / 2.0;
    return Math.max(0, Math.min(n - 1, middle + (i - middle) / scale));
  }

  private static void blend(float[] in, int a, int b, float weight, float[] row, int n) {
    for (int x = 0; x < n; x++) {
      row[x] = in[a + x] + weight * (in[b + x] - in[a + x]);
    }
  }
}
