package org.variegate.raster;

import org.variegate.api.Arena;

/** A convolution with a symmetric kernel along one axis, in place; the border is repeated. */
final class SymmetricFilter {
  /** How many neighbouring values are filtered together across the rows. */
  private static final int WIDTH = 1024;

  private SymmetricFilter() {}

  /**
   * Filters.
   *
   * @param half the kernel's middle, then its weights at distances 1, 2, ...
   */
  static void apply(Volume volume, int axis, float[] half, Arena arena) {
    if (half.length == 1 || volume.length(axis) == 1) {
      return;
    }
    int nx = volume.nx();
    int slice = nx * volume.ny();
    switch (axis) {
      case 0 -> alongRows(volume, half, arena);
      case 1 -> {
        for (int z = 0; z < volume.nz(); z++) {
          across(volume.values(), volume.from() + z * slice, nx, nx, volume.ny(), half, arena);
        }
      }
      default -> across(volume.values(), volume.from(), slice, slice, volume.nz(), half, arena);
    }
  }

  /** Filters lines of {@code n} values that are {@code stride} apart, {@code width} lines. */
  private static void across(
      float[] values, int from, int width, int stride, int n, float[] half, Arena arena) {
    for (int x = 0; x < width; x += WIDTH) {
      int columns = Math.min(WIDTH, width - x);
      float[][] ring = new float[2 * half.length - 1][];
      for (int i = 0; i < ring.length; i++) {
        ring[i] = arena.floats(columns);
      }
      float[] sum = arena.floats(columns);
      filter(values, from + x, stride, n, half, ring, sum);
      for (float[] row : ring) {
        arena.release(row);
      }
      arena.release(sum);
    }
  }

  /** Keeps the rows around the current one in a ring, since they are overwritten. */
  private static void filter(
      float[] values, int from, int stride, int n, float[] half, float[][] ring, float[] sum) {
    int radius = half.length - 1;
    int loaded = 0;
    for (int j = 0; j < n; j++) {
      for (int end = Math.min(n, j + radius + 1); loaded < end; loaded++) {
        float[] row = ring[loaded % ring.length];
        System.arraycopy(values, from + loaded * stride, row, 0, row.length);
      }
      Rows.scale(sum, ring[j % ring.length], half[0]);
      for (int t = 1; t <= radius; t++) {
        float[] before = ring[Math.max(0, j - t) % ring.length];
        float[] after = ring[Math.min(n - 1, j + t) % ring.length];
        Rows.add(sum, before, after, half[t]);
      }
      System.arraycopy(sum, 0, values, from + j * stride, sum.length);
    }
  }

  private static void alongRows(Volume volume, float[] half, Arena arena) {
    int nx = volume.nx();
    int radius = half.length - 1;
    float[] padded = arena.floats(nx + 2 * radius);
    float[] before = arena.floats(nx);
    float[] after = arena.floats(nx);
    float[] sum = arena.floats(nx);
    for (int row = 0; row < volume.ny() * volume.nz(); row++) {
      int from = volume.from() + row * nx;
      Rows.pad(volume.values(), from, nx, radius, padded);
      System.arraycopy(padded, radius, before, 0, nx);
      Rows.scale(sum, before, half[0]);
      for (int t = 1; t <= radius; t++) {
        System.arraycopy(padded, radius - t, before, 0, nx);
        System.arraycopy(padded, radius + t, after, 0, nx);
        Rows.add(sum, before, after, half[t]);
      }
      System.arraycopy(sum, 0, volume.values(), from, nx);
    }
    arena.release(padded);
    arena.release(before);
    arena.release(after);
    arena.release(sum);
  }
}
