package org.variegate.species.quadruped.field;

/**
 * A field's distance at a point and the direction in which it grows fastest, both exact. Belongs to
 * one thread.
 */
public final class Slope {
  private final Field field;
  private double distance;
  private double x;
  private double y;
  private double z;

  /** The distance to one primitive, and its gradient. */
  private double e;

  private double ex;
  private double ey;
  private double ez;

  public Slope(Field field) {
    this.field = field;
  }

  /**
   * Goes to a point.
   *
   * @param active primitives that count, in their order
   */
  public void move(int[] active, double px, double py, double pz) {
    distance = Field.FAR;
    x = 0;
    y = 0;
    z = 0;
    for (int primitive : active) {
      int i = Field.STRIDE * primitive;
      double[] t = field.table();
      if (t[i] == 0) {
        cone(t, i, px - t[i + 1], py - t[i + 2], pz - t[i + 3]);
      } else {
        ellipsoid(t, i, px - t[i + 1], py - t[i + 2], pz - t[i + 3]);
      }
      join(primitive);
    }
  }

  private void cone(double[] t, int i, double px, double py, double pz) {
    double bx = t[i + 4];
    double by = t[i + 5];
    double bz = t[i + 6];
    double on = (px * bx + py * by + pz * bz) * t[i + 10];
    double s = on < 0 ? 0 : on > 1 ? 1 : on;
    double dx = px - s * bx;
    double dy = py - s * by;
    double dz = pz - s * bz;
    double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    e = length - (t[i + 7] + s * t[i + 8]);
    double over = 1 / (length + 1e-12);
    double wider = s == on ? t[i + 8] * t[i + 10] : 0;
    ex = dx * over - wider * bx;
    ey = dy * over - wider * by;
    ez = dz * over - wider * bz;
  }

  /** With k0 and k1 the lengths of the point over radii, and over their squares. */
  private void ellipsoid(double[] t, int i, double px, double py, double pz) {
    double bx = t[i + 4];
    double by = t[i + 5];
    double bz = t[i + 6];
    double u = (t[i + 11] * px + t[i + 12] * py + t[i + 13] * pz) * bx;
    double v = (t[i + 14] * px + t[i + 15] * py + t[i + 16] * pz) * by;
    double w = (t[i + 17] * px + t[i + 18] * py + t[i + 19] * pz) * bz;
    double k0 = Math.sqrt(u * u + v * v + w * w) + 1e-9;
    u *= bx;
    v *= by;
    w *= bz;
    double k1 = Math.sqrt(u * u + v * v + w * w) + 1e-9;
    e = k0 * (k0 - 1) / k1;
    double more = (2 * k0 - 1) / (k0 * k1);
    double less = e / (k1 * k1);
    u *= more - less * bx * bx;
    v *= more - less * by * by;
    w *= more - less * bz * bz;
    ex = t[i + 11] * u + t[i + 14] * v + t[i + 17] * w;
    ey = t[i + 12] * u + t[i + 15] * v + t[i + 18] * w;
    ez = t[i + 13] * u + t[i + 16] * v + t[i + 19] * w;
  }

  /** Joins the one primitive's distance; the gradient is a mean of both where they melt. */
  private void join(int primitive) {
    double sign = field.hollow(primitive) ? -1 : 1;
    double k = field.blend(primitive);
    double gap = sign * distance - e;
    double h = k - (gap < 0 ? -gap : gap);
    double melted = h > 0 ? h / (2 * k) : 0;
    double share = gap > 0 ? 1 - melted : melted;
    distance = field.joined(distance, e, primitive);
    x += share * (sign * ex - x);
    y += share * (sign * ey - y);
    z += share * (sign * ez - z);
  }

  /** The distance, as {@link Field#at(int[], double, double, double)} has it. */
  public double distance() {
    return distance;
  }

  /** The gradient along left. */
  public double x() {
    return x;
  }

  /** The gradient along up. */
  public double y() {
    return y;
  }

  /** The gradient along forward. */
  public double z() {
    return z;
  }
}
