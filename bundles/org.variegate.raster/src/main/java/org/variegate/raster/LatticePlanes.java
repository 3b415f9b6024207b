package org.variegate.raster;

/**
 * One coordinate of a lattice, interpolated: along x once for each row of nodes, along y once for
 * each plane of nodes and each row, along z once for each slice. Rows are arrays of their own, so
 * that loops over them become vector instructions; some hundred short arrays, less than a megabyte
 * in all, which are quicker made anew than borrowed one by one.
 */
final class LatticePlanes {
  /** Planes of nodes that cubic interpolation needs at a time; a power of two. */
  private static final int KEPT = 4;

  private final int[] nodes;
  private final LatticeAxis x;
  private final LatticeAxis y;
  private final LatticeAxis z;
  private final int[] line;

  /** Planes of nodes by their number modulo KEPT, and their numbers. */
  private final int[][][] planes = new int[KEPT][][];

  private final int[] kept = {-1, -1, -1, -1};

  /** The plane in the middle of two planes of nodes, and the number of the lower one. */
  private final int[][] middle;

  private int keptMiddle = -1;
  private final int[][] slice;
  private final int[] row;

  LatticePlanes(int[] nodes, LatticeAxis x, LatticeAxis y, LatticeAxis z) {
    this.nodes = nodes;
    this.x = x;
    this.y = y;
    this.z = z;
    line = new int[x.fine()];
    for (int i = 0; i < KEPT; i++) {
      planes[i] = rows();
    }
    middle = z.cubic() ? rows() : new int[0][];
    slice = rows();
    row = new int[x.length()];
  }

  private int[][] rows() {
    return new int[y.fine()][x.length()];
  }

  /** Prepares the rows of a slice; slices come in order. */
  void slice(int at) {
    int below = z.below(at);
    int[][] a = plane(below);
    int[][] b = plane(Math.min(below + 1, z.fine() - 1));
    int q = at - (below << z.log());
    for (int j = 0; j < slice.length; j++) {
      mix(a[j], b[j], (1 << z.log()) - q, q, slice[j]);
    }
  }

  /** One row of the slice; valid until the next call. */
  int[] row(int at) {
    int below = y.below(at);
    int q = at - (below << y.log());
    int[] above = slice[Math.min(below + 1, y.fine() - 1)];
    mix(slice[below], above, (1 << y.log()) - q, q, row);
    return row;
  }

  private static void mix(int[] a, int[] b, int wa, int wb, int[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] * wa + b[i] * wb;
    }
  }

  private int[][] plane(int fine) {
    if (!z.cubic()) {
      return nodePlane(fine);
    }
    int k = fine >> 1;
    if ((fine & 1) == 0) {
      return nodePlane(k);
    }
    if (keptMiddle != k) {
      keptMiddle = k;
      int[][] before = nodePlane(Math.max(0, k - 1));
      int[][] after = nodePlane(Math.min(k + 2, z.count() - 1));
      for (int j = 0; j < middle.length; j++) {
        middle(z, k, before[j], nodePlane(k)[j], nodePlane(k + 1)[j], after[j], middle[j]);
      }
    }
    return middle;
  }

  private int[][] nodePlane(int k) {
    int[][] rows = planes[k % KEPT];
    if (kept[k % KEPT] != k) {
      kept[k % KEPT] = k;
      int every = y.cubic() ? 2 : 1;
      for (int j = 0; j < y.count(); j++) {
        upsample(x.count() * (j + y.count() * k), rows[every * j]);
      }
      if (y.cubic()) {
        for (int j = 0; j < y.count() - 1; j++) {
          int[] before = rows[2 * Math.max(0, j - 1)];
          int[] after = rows[2 * Math.min(j + 2, y.count() - 1)];
          middle(y, j, before, rows[2 * j], rows[2 * j + 2], after, rows[2 * j + 1]);
        }
      }
    }
    return rows;
  }

  /** The middle of b and c, the cell number {@code k} of an axis, by a cubic through a, b, c, d. */
  private static void middle(
      LatticeAxis axis, int k, int[] a, int[] b, int[] c, int[] d, int[] out) {
    if (k == 0) {
      edge(b, c, d, out);
    } else if (k == axis.count() - 2) {
      edge(c, b, a, out);
    } else {
      for (int i = 0; i < out.length; i++) {
        out[i] = b[i] + c[i] + (b[i] - a[i] + c[i] - d[i] >> 3) >> 1;
      }
    }
  }

  /** The same where nothing is known before b: as if the function went on straight. */
  private static void edge(int[] b, int[] c, int[] d, int[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = b[i] + c[i] + (c[i] - b[i] + c[i] - d[i] >> 3) >> 1;
    }
  }

  private void upsample(int from, int[] out) {
    refine(from);
    int step = 1 << x.log();
    for (int n = 0, i = 0; i < out.length; n++) {
      int a = line[n];
      int rise = n + 1 < line.length ? line[n + 1] - a : 0;
      int value = a << x.log();
      for (int until = Math.min(out.length, i + step); i < until; i++, value += rise) {
        out[i] = value;
      }
    }
  }

  /** A row of nodes, with those between them. */
  private void refine(int from) {
    if (!x.cubic()) {
      System.arraycopy(nodes, from, line, 0, line.length);
      return;
    }
    int last = x.count() - 1;
    for (int n = 0; n < last; n++) {
      int b = nodes[from + n];
      int c = nodes[from + n + 1];
      int before = n > 0 ? b - nodes[from + n - 1] : c - b;
      int after = n + 2 <= last ? c - nodes[from + n + 2] : b - c;
      line[2 * n] = b;
      line[2 * n + 1] = b + c + (before + after >> 3) >> 1;
    }
    line[2 * last] = nodes[from + last];
  }
}
