package org.variegate.source.phantom;

/**
 * The folds of cerebrum and cerebellum: the distance in mm from the nearest sheet along which they
 * are folded.
 *
 * <p>A sheet stands upright on the hull: the value at a point is that of a random function at the
 * point's foot, which lies below the hull by a fixed depth.
 */
final class Folds implements Lattice.Functions {
  private static final double FOOT = 8;
  private static final double OUTSIDE = 6;
  private static final double FLAT = 0.35;
  private static final double FINE = 0.5;

  private final Traits traits;
  private final Ripples ripples;
  private final double mm;
  private final double[] p = new double[3];

  Folds(Traits traits, Ripples ripples) {
    this.traits = traits;
    this.ripples = ripples;
    this.mm = traits.gyri() / Ripples.SPACING;
  }

  @Override
  public void at(double x, double y, double z, float[] out, int to, int stride) {
    p[0] = x;
    p[1] = y;
    p[2] = z;
    traits.frame().toStandard(p);
    out[to] = Surfaces.mayHoldBrain(p) ? (float) inside(p[0], p[1], p[2]) : (float) traits.depth();
  }

  private double inside(double x, double y, double z) {
    double cerebrum = Surfaces.hemisphere(x, y, z);
    double cerebellum = Surfaces.cerebellum(x, y, z);
    double nearest = Math.min(cerebrum, cerebellum);
    if (nearest > OUTSIDE || nearest < -traits.depth() - OUTSIDE) {
      return traits.depth();
    }
    if (cerebrum < cerebellum) {
      return mm * cerebral(x, y, z, cerebrum);
    }
    double h = FINE * mm;
    return h * ripples.at(FLAT * x / h, y / h, z / h);
  }

  private double cerebral(double x, double y, double z, double d) {
    double e = 1;
    double gx = Surfaces.hemisphere(x + e, y, z) - d;
    double gy = Surfaces.hemisphere(x, y + e, z) - d;
    double gz = Surfaces.hemisphere(x, y, z + e) - d;
    double length = Math.sqrt(gx * gx + gy * gy + gz * gz) + 1e-6;
    double down = (d + FOOT) / (length * mm);
    return ripples.at(x / mm - gx * down, y / mm - gy * down, z / mm - gz * down);
  }
}
