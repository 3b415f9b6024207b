package org.variegate.raster;

import org.variegate.api.Arena;

/** Interpolates the samples of a low resolution linearly along one axis. */
final class AxisExpansion {
  /** How many neighbouring values are interpolated together across the rows. */
  private static final int WIDTH = 1024;

  private AxisExpansion() {}

  static void apply(Volume low, Volume high, int axis, LowAxis samples, Arena arena) {
    int nx = high.nx();
    int slice = nx * high.ny();
    switch (axis) {
      case 0 -> alongRows(low, high, samples);
      case 1 -> {
        for (int z = 0; z < high.nz(); z++) {
          int from = low.from() + z * nx * low.ny();
          int to = high.from() + z * slice;
          across(low.values(), from, high, to, nx, nx, high.ny(), samples, arena);
        }
      }
      default -> {
        for (int x = 0; x < slice; x += WIDTH) {
          int width = Math.min(WIDTH, slice - x);
          int to = high.from() + x;
          across(low.values(), low.from() + x, high, to, width, slice, high.nz(), samples, arena);
        }
      }
    }
  }

  private static void across(
      float[] values,
      int from,
      Volume high,
      int to,
      int width,
      int stride,
      int length,
      LowAxis samples,
      Arena arena) {
    float[] below = arena.floats(width);
    float[] above = arena.floats(width);
    int loaded = -1;
    for (int i = 0; i < length; i++) {
      int j = samples.below(i);
      if (j != loaded) {
        int next = Math.min(j + 1, samples.count() - 1);
        System.arraycopy(values, from + j * stride, below, 0, width);
        System.arraycopy(values, from + next * stride, above, 0, width);
        loaded = j;
      }
      float t = samples.beyond(i);
      Rows.mix(high.values(), to + i * stride, below, above, 1 - t, t);
    }
    arena.release(below);
    arena.release(above);
  }

  private static void alongRows(Volume low, Volume high, LowAxis samples) {
    int nx = high.nx();
    int count = samples.count();
    int[] places = new int[nx];
    float[] parts = new float[nx];
    for (int i = 0; i < nx; i++) {
      places[i] = samples.below(i);
      parts[i] = samples.beyond(i);
    }
    float[] row = new float[count + 1];
    for (int r = 0; r < high.ny() * high.nz(); r++) {
      System.arraycopy(low.values(), low.from() + r * count, row, 0, count);
      row[count] = row[count - 1];
      int to = high.from() + r * nx;
      for (int i = 0; i < nx; i++) {
        float a = row[places[i]];
        high.values()[to + i] = a + parts[i] * (row[places[i] + 1] - a);
      }
    }
  }
}
