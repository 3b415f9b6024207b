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
  private static final double FINE = 0.65;

  private final Traits traits;
  private final Ripples ripples;
  private final double mm;
  private final double[] p = new double[3];
  private final double[] normal = new double[3];

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
    double cerebrum = Surfaces.hemisphere(x, y, z, normal);
    double cerebellum = Surfaces.cerebellum(x, y, z);
    double nearest = Math.min(cerebrum, cerebellum);
    if (nearest > OUTSIDE || nearest < -traits.depth() - OUTSIDE) {
      return traits.depth();
    }
    if (cerebrum < cerebellum) {
      return mm * cerebral(x, y, z, cerebrum);
    }
    Surfaces.outOfCerebellum(x, y, z, normal);
    double h = FINE * mm;
    double down = cerebellum + FOOT;
    return h
        * ripples.at(
            FLAT * (x - normal[0] * down) / h,
            (y - normal[1] * down) / h,
            (z - normal[2] * down) / h);
  }

  private double cerebral(double x, double y, double z, double distance) {
    double down = distance + FOOT;
    return ripples.at(
        (x - normal[0] * down) / mm, (y - normal[1] * down) / mm, (z - normal[2] * down) / mm);
  }
}
