package org.variegate.species.car;

/** A smooth function through knots (cubic Hermite, slopes by finite differences). */
final class Curve {
  private final double[] x;
  private final double[] y;
  private final double[] slope;

  /** Takes x and y of each knot, by ascending x. */
  Curve(double... knots) {
    int n = knots.length / 2;
    x = new double[n];
    y = new double[n];
    slope = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = knots[2 * i];
      y[i] = knots[2 * i + 1];
      if (i > 0 && !(x[i] > x[i - 1])) {
        throw new IllegalArgumentException("knots: need ascending x, got " + x[i]);
      }
    }
    for (int i = 0; i < n; i++) {
      int a = Math.max(0, i - 1);
      int b = Math.min(n - 1, i + 1);
      slope[i] = (y[b] - y[a]) / (x[b] - x[a]);
    }
  }

  /** The value; beyond the ends that of the end. */
  double at(double at) {
    int n = x.length;
    if (at <= x[0]) {
      return y[0];
    }
    if (at >= x[n - 1]) {
      return y[n - 1];
    }
    int i = 0;
    while (at > x[i + 1]) {
      i++;
    }
    double h = x[i + 1] - x[i];
    double t = (at - x[i]) / h;
    double t2 = t * t;
    double t3 = t2 * t;
    return y[i] * (2 * t3 - 3 * t2 + 1)
        + slope[i] * h * (t3 - 2 * t2 + t)
        + y[i + 1] * (3 * t2 - 2 * t3)
        + slope[i + 1] * h * (t3 - t2);
  }
}
