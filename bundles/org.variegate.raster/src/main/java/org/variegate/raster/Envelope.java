package org.variegate.raster;

/**
 * The lower envelope of curves c(x - q) + g(q) over a line, one for each of its places q, with c(k)
 * = (step max(0, |k| - half))^2. As c is convex, of two curves the one that begins further right
 * goes below the other once and for all, so that a stack of them is the envelope.
 */
final class Envelope {
  private final int n;
  private final double square;
  private final double half;
  private final double[] share;
  private final int[] place;
  private final int[] first;
  private final double[] height;

  /**
   * For lines of a length.
   *
   * @param n values
   * @param step from one to the next in mm
   * @param half 0 for parabolas, 0.5 for boxes
   */
  Envelope(int n, double step, double half) {
    this.n = n;
    this.square = step * step;
    this.half = half;
    share = new double[n];
    for (int gap = 1; gap < n; gap++) {
      share[gap] = 0.5 / (gap * square);
    }
    place = new int[n];
    first = new int[n];
    height = new double[n];
  }

  /**
   * Replaces g by the envelope.
   *
   * @param g from {@code from} on; infinite where there is no curve
   */
  void apply(float[] g, int from) {
    int count = stack(g, from);
    if (count == 0) {
      return;
    }
    for (int k = 0; k < count; k++) {
      int end = k + 1 < count ? first[k + 1] : n;
      int at = place[k];
      double own = height[k];
      for (int x = Math.max(0, first[k]); x < end; x++) {
        if (g[from + x] != 0) {
          double away = Math.max(0, Math.abs(x - at) - half);
          g[from + x] = (float) (square * away * away + own);
        }
      }
    }
  }

  private int stack(float[] g, int from) {
    int count = 0;
    for (int q = 0; q < n; q++) {
      double own = g[from + q];
      if (own == Double.POSITIVE_INFINITY || own == 0 && between(g, from, q)) {
        continue;
      }
      int start = 0;
      while (count > 0) {
        start = below(place[count - 1], height[count - 1], q, own);
        if (start > first[count - 1]) {
          break;
        }
        count--;
      }
      if (count == 0) {
        start = 0;
      }
      if (start < n) {
        place[count] = q;
        height[count] = own;
        first[count++] = start;
      }
    }
    return count;
  }

  /** A 0 between zeros stays what it is, and is nearest to none but itself. */
  private boolean between(float[] g, int from, int q) {
    return (q == 0 || g[from + q - 1] == 0) && (q == n - 1 || g[from + q + 1] == 0);
  }

  /** The first place at which the curve of p is below that of q, left of it. */
  private int below(int q, double atQ, int p, double atP) {
    double rise = atP - atQ;
    int gap = p - q;
    double middle = 0.5 * (q + p);
    double near = square * (gap - half) * (gap - half);
    if (-near > rise) {
      return over(rise * share[gap] + middle - half);
    }
    if (near > rise) {
      return gap == 1
          ? p
          : Math.max(q + 1, Math.min(p, over(rise / (2 * square * (gap - 2 * half)) + middle)));
    }
    return Math.max(p + 1, over(rise * share[gap] + middle + half));
  }

  /** The smallest whole number above a value; far away if it is beyond every line. */
  private static int over(double value) {
    if (!(value > -1e9 && value < 1e9)) {
      return value < 0 ? -1_000_000_000 : 1_000_000_000;
    }
    int whole = (int) value;
    return whole > value ? whole : whole + 1;
  }
}
