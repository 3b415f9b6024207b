package org.variegate.draws;

/** N(m, s^2) given that it lies in [a, b], s > 0, a < b. */
final class TruncatedNormal implements Distribution {
  private final double m;
  private final double s;
  private final double a;
  private final double b;
  private final boolean mirrored;
  private final double below;
  private final double mass;

  private TruncatedNormal(double m, double s, double a, double b) {
    this.m = m;
    this.s = s;
    this.a = a;
    this.b = b;
    // In the lower tail the distribution function keeps its digits, in the upper it rounds to 1.
    mirrored = a > m;
    below = standard(mirrored ? b : a);
    mass = standard(mirrored ? a : b) - below;
    if (!(mass > 0)) {
      throw new IllegalArgumentException(
          "truncated(m, s, a, b) needs an interval that the normal distribution reaches");
    }
  }

  static Distribution of(double[] p) {
    if (!(p[1] >= 0 && p[2] <= p[3])) {
      throw new IllegalArgumentException("truncated(m, s, a, b) needs s >= 0 and a <= b");
    }
    if (p[1] == 0 || p[2] == p[3]) {
      return new Constant(Math.min(p[3], Math.max(p[2], p[0])));
    }
    return new TruncatedNormal(p[0], p[1], p[2], p[3]);
  }

  /** The probability beyond x, on the side that is computed. */
  private double standard(double x) {
    return StandardNormal.cumulative(mirrored ? (m - x) / s : (x - m) / s);
  }

  @Override
  public double sample(Uniforms uniforms) {
    double u = uniforms.next();
    double z = StandardNormal.quantile(below + mass * (mirrored ? 1 - u : u));
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
    double mean = m + s * (density(a) - density(b)) / mass;
    return Math.min(b, Math.max(a, mean));
  }

  @Override
  public double deviation() {
    double shift = (density(a) - density(b)) / mass;
    double slope = ((a - m) / s * density(a) - (b - m) / s * density(b)) / mass;
    return s * StrictMath.sqrt(Math.max(0, 1 + slope - shift * shift));
  }

  private double density(double x) {
    return StandardNormal.density((x - m) / s);
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
    return Decimal.call("truncated", m, s, a, b);
  }
}
