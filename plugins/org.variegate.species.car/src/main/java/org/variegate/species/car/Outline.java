package org.variegate.species.car;

/** Convex polygons, counter-clockwise, two values a corner. */
final class Outline {
  private Outline() {}

  static double[] circle(double a, double b, double radius, int corners) {
    double[] polygon = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + 0.5) / corners;
      polygon[2 * i] = a + radius * StrictMath.cos(angle);
      polygon[2 * i + 1] = b + radius * StrictMath.sin(angle);
    }
    return polygon;
  }

  static double[] rectangle(double a0, double a1, double b0, double b1) {
    return new double[] {a0, b0, a1, b0, a1, b1, a0, b1};
  }

  /** A strip from one point to another. */
  static double[] line(double a0, double b0, double a1, double b1, double width) {
    double da = a1 - a0;
    double db = b1 - b0;
    double scale = width / 2 / Math.sqrt(da * da + db * db);
    double na = -db * scale;
    double nb = da * scale;
    return new double[] {a0 - na, b0 - nb, a1 - na, b1 - nb, a1 + na, b1 + nb, a0 + na, b0 + nb};
  }

  /** The same with every edge so far outside; inside if it is negative. */
  static double[] grown(double[] polygon, double by) {
    int n = polygon.length / 2;
    double[] grown = new double[polygon.length];
    for (int i = 0; i < n; i++) {
      int before = (i + n - 1) % n;
      int after = (i + 1) % n;
      double[] e = normal(polygon, before, i);
      double[] f = normal(polygon, i, after);
      double scale = by / Math.max(0.2, 1 + e[0] * f[0] + e[1] * f[1]);
      grown[2 * i] = polygon[2 * i] + scale * (e[0] + f[0]);
      grown[2 * i + 1] = polygon[2 * i + 1] + scale * (e[1] + f[1]);
    }
    return grown;
  }

  private static double[] normal(double[] p, int i, int j) {
    double a = p[2 * j + 1] - p[2 * i + 1];
    double b = p[2 * i] - p[2 * j];
    double length = Math.sqrt(a * a + b * b);
    return new double[] {a / length, b / length};
  }
}
