package org.variegate.draws;

import org.apache.commons.math3.distribution.NormalDistribution;

/** N(m, s^2) given that it lies in [a, b]. */
final class TruncatedNormal implements Distribution {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final double m;
  private final double s;
  private final double a;
  private final double b;
  private final boolean mirrored;
  private final double below;
  private final double mass;

  TruncatedNormal(double[] p) {
    m = p[0];
    s = p[1];
    a = p[2];
    b = p[3];
    if (!(s > 0 && a < b)) {
      throw new IllegalArgumentException("truncated(m, s, a, b) needs s > 0 and a < b");
    }
    // In the lower tail the distribution function keeps its digits, in the upper it rounds to 1.
    mirrored = a > m;
    below = standard(mirrored ? b : a);
    mass = standard(mirrored ? a : b) - below;
    if (!(mass > 0)) {
      throw new IllegalArgumentException(
          "truncated(m, s, a, b) needs an interval that the normal distribution reaches");
    }
  }

  /** The probability beyond x, on the side that is computed. */
  private double standard(double x) {
    return NORMAL.cumulativeProbability(mirrored ? (m - x) / s : (x - m) / s);
  }

  @Override
  public double sample(Uniforms uniforms) {
    double u = uniforms.next();
    double z = NORMAL.inverseCumulativeProbability(below + mass * (mirrored ? 1 - u : u));
    return Math.min(b, Math.max(a, mirrored ? m - s * z : m + s * z));
  }

  @Override
  public double cumulative(double x) {
    if (x <= a) {
      return 0;
    }
    if (x >= b) {
      return 1;
    }
    double p = (standard(x) - below) / mass;
    return mirrored ? 1 - p : p;
  }

  @Override
  public double mean() {
    return m + s * (density(a) - density(b)) / mass;
  }

  @Override
  public double deviation() {
    double shift = (density(a) - density(b)) / mass;
    double slope = ((a - m) / s * density(a) - (b - m) / s * density(b)) / mass;
    return s * StrictMath.sqrt(1 + slope - shift * shift);
  }

  private double density(double x) {
    return NORMAL.density((x - m) / s);
  }

  @Override
  public double lower() {
    return a;
  }

  @Override
  public double upper() {
    return b;
  }

  @Override
  public String toString() {
    return "truncated(" + m + ", " + s + ", " + a + ", " + b + ")";
  }
}
