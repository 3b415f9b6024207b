package org.variegate.raster;

import org.variegate.api.Arena;

/**
 * One coordinate of a lattice, interpolated: along x once for each row of nodes, along z once for
 * each slice, along y once for each row. Rows are arrays of their own, so that loops over them
 * become vector instructions.
 */
final class LatticePlanes {
  private final int[] nodes;
  private final int[] count;
  private final int[] log;
  private final int nx;

  /** Rows of nodes of the planes below and above the slice, and of the slice itself. */
  private int[][] below;

  private int[][] above;
  private final int[][] slice;
  private final int[] row;
  private int lower = -1;

  LatticePlanes(int[] nodes, int[] count, int[] log, int nx, Arena arena) {
    this.nodes = nodes;
    this.count = count;
    this.log = log;
    this.nx = nx;
    below = rows(arena);
    above = rows(arena);
    slice = rows(arena);
    row = arena.ints(nx);
  }

  private int[][] rows(Arena arena) {
    int[][] rows = new int[count[1]][];
    for (int j = 0; j < rows.length; j++) {
      rows[j] = arena.ints(nx);
    }
    return rows;
  }

  void release(Arena arena) {
    for (int j = 0; j < slice.length; j++) {
      arena.release(below[j]);
      arena.release(above[j]);
      arena.release(slice[j]);
    }
    arena.release(row);
  }

  /** Prepares the rows of a slice; slices come in order. */
  void slice(int z) {
    int k = Math.min(z >> log[2], Math.max(0, count[2] - 2));
    if (k != lower) {
      int[][] reused = below;
      below = above;
      above = reused;
      if (lower < 0) {
        upsample(k, below);
      }
      upsample(Math.min(k + 1, count[2] - 1), above);
      lower = k;
    }
    int q = z - (k << log[2]);
    for (int j = 0; j < slice.length; j++) {
      mix(below[j], above[j], (1 << log[2]) - q, q, slice[j]);
    }
  }

  /** One row of the slice; valid until the next call. */
  int[] row(int y) {
    int j = Math.min(y >> log[1], Math.max(0, count[1] - 2));
    int q = y - (j << log[1]);
    mix(slice[j], slice[Math.min(j + 1, count[1] - 1)], (1 << log[1]) - q, q, row);
    return row;
  }

  private static void mix(int[] a, int[] b, int wa, int wb, int[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] * wa + b[i] * wb;
    }
  }

  private void upsample(int k, int[][] rows) {
    for (int j = 0; j < rows.length; j++) {
      upsample(count[0] * (j + count[1] * k), rows[j]);
    }
  }

  private void upsample(int from, int[] out) {
    int step = 1 << log[0];
    for (int n = 0, i = 0; i < nx; n++) {
      int a = nodes[from + n];
      int rise = n + 1 < count[0] ? nodes[from + n + 1] - a : 0;
      int value = a << log[0];
      for (int until = Math.min(nx, i + step); i < until; i++, value += rise) {
        out[i] = value;
      }
    }
  }
}
