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
      for (int x = Math.max(0, first[k]); x < end; x++) {
        double away = Math.max(0, Math.abs(x - place[k]) - half);
        g[from + x] = (float) (square * away * away + height[k]);
      }
    }
  }

  private int stack(float[] g, int from) {
    int count = 0;
    for (int q = 0; q < n; q++) {
      double own = g[from + q];
      if (own == Double.POSITIVE_INFINITY) {
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

  /** The first place at which the curve of p is below that of q, left of it. */
  private int below(int q, double atQ, int p, double atP) {
    double t = (atP - atQ) / square;
    int gap = p - q;
    double near = gap - half;
    if (-near * near > t) {
      return over((t / gap + q + p - 2 * half) / 2);
    }
    if (near * near > t) {
      return gap == 1 ? p : Math.max(q + 1, Math.min(p, over((t / (gap - 2 * half) + q + p) / 2)));
    }
    return Math.max(p + 1, over((t / gap + q + p + 2 * half) / 2));
  }

  /** The smallest whole number above a value; far away if it is beyond every line. */
  private static int over(double value) {
    return (int) Math.floor(Math.max(-1e9, Math.min(1e9, value))) + 1;
  }
}
