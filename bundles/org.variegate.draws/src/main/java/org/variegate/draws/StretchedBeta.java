package org.variegate.draws;

import org.apache.commons.math3.special.Beta;

/** Beta(p, q) on [a, b], a < b. */
final class StretchedBeta implements Distribution {
  private static final double SMALLEST_LOG = -744;
  private static final int STEPS = 200;

  private final double[] parameters;
  private final double p;
  private final double q;
  private final double a;
  private final double width;
  private final double logBeta;
  private final double belowMean;

  private StretchedBeta(double[] parameters) {
    this.parameters = parameters.clone();
    p = parameters[0];
    q = parameters[1];
    a = parameters.length == 4 ? parameters[2] : 0;
    width = parameters.length == 4 ? parameters[3] - a : 1;
    logBeta = Beta.logBeta(p, q);
    belowMean = Beta.regularizedBeta(p / (p + q), p, q);
  }

  static Distribution of(double[] p) {
    if (!(p[0] > 0 && p[1] > 0)) {
      throw new IllegalArgumentException("beta(p, q) needs p > 0 and q > 0");
    }
    if (p.length == 4 && !(p[2] <= p[3])) {
      throw new IllegalArgumentException("beta(p, q, a, b) needs a <= b");
    }
    return p.length == 4 && p[2] == p[3] ? new Constant(p[2]) : new StretchedBeta(p);
  }

  @Override
  public double sample(Uniforms uniforms) {
    double u = uniforms.next();
    double x =
        u <= belowMean ? quantile(u, p, q, p / (p + q)) : 1 - quantile(1 - u, q, p, q / (p + q));
    return Math.min(upper(), a + width * x);
  }

  /** Newton's method on log I_x(p, q) = log u over log x, kept between bounds, for x <= mean. */
  private double quantile(double u, double p, double q, double mean) {
    double low = SMALLEST_LOG;
    double high = StrictMath.log(mean);
    double y = high;
    for (int i = 0; i < STEPS; i++) {
      double x = StrictMath.exp(y);
      double cumulative = Beta.regularizedBeta(x, p, q);
      if (cumulative < u) {
        low = y;
      } else {
        high = y;
      }
      double slope = StrictMath.exp(p * y + (q - 1) * StrictMath.log1p(-x) - logBeta) / cumulative;
      double next = y - StrictMath.log(cumulative / u) / slope;
      if (!(next > low && next < high)) {
        next = low + (high - low) / 2;
      }
      if (Math.abs(next - y) <= 1e-15 * Math.abs(y)) {
        break;
      }
      y = next;
    }
    return y <= SMALLEST_LOG + 1 ? 0 : StrictMath.exp(y);
  }

  @Override
  public double cumulative(double x) {
    return Beta.regularizedBeta(Math.min(1, Math.max(0, (x - a) / width)), p, q);
  }

  @Override
  public double mean() {
    return a + width * (p / (p + q));
  }

  @Override
  public double deviation() {
    return width * StrictMath.sqrt(p * q / (p + q + 1)) / (p + q);
  }

  @Override
  public double lower() {
    return a;
  }

  @Override
  public double upper() {
    return a + width;
  }

  @Override
  public String toString() {
    return Decimal.call("beta", parameters);
  }
}
