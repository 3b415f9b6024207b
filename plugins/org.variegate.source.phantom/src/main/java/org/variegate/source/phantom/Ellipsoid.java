package org.variegate.source.phantom;

/**
 * An ellipsoid whose lower half may be flatter than its upper half, and which may taper to the
 * front, in mm of the standard head. Mirrored at the midline if it does not lie on it.
 *
 * @param x centre, to the right, at least 0
 * @param y centre, to the front
 * @param z centre, up
 * @param a semi-axis along x
 * @param b semi-axis along y
 * @param up semi-axis along z above the centre
 * @param down semi-axis along z below the centre
 * @param taper relative loss of width per mm to the front
 */
record Ellipsoid(
    double x, double y, double z, double a, double b, double up, double down, double taper) {

  Ellipsoid(double x, double y, double z, double a, double b, double c) {
    this(x, y, z, a, b, c, c, 0);
  }

  /**
   * The approximate signed distance of a point from the surface, negative inside.
   *
   * <p>Source: Quilez, "ellipsoid distance bound": k0 (k0 - 1) / k1, with k0 = |p / r| and k1 = |p
   * / r^2|; exact to first order at the surface.
   */
  double distance(double px, double py, double pz) {
    double c = pz > z ? up : down;
    double u = (Math.abs(px) - x) * (1 + taper * (py - y)) / a;
    double v = (py - y) / b;
    double w = (pz - z) / c;
    double k0 = Math.sqrt(u * u + v * v + w * w);
    double k1 = Math.sqrt(u * u / (a * a) + v * v / (b * b) + w * w / (c * c));
    return k1 > 1e-9 ? k0 * (k0 - 1) / k1 : -Math.min(a, Math.min(b, c));
  }

  /** The direction in which the distance of a point grows, of length 1; taper left out. */
  void normal(double px, double py, double pz, double[] out) {
    double c = pz > z ? up : down;
    double u = (Math.abs(px) - x) / (a * a);
    double v = (py - y) / (b * b);
    double w = (pz - z) / (c * c);
    double length = Math.sqrt(u * u + v * v + w * w) + 1e-12;
    out[0] = (px < 0 ? -u : u) / length;
    out[1] = v / length;
    out[2] = w / length;
  }

  /** The smaller of two distances, rounded where they differ by less than {@code width}. */
  static double blend(double d, double e, double width) {
    double h = Math.max(0, width - Math.abs(d - e)) / width;
    return Math.min(d, e) - h * h * width / 4;
  }
}
