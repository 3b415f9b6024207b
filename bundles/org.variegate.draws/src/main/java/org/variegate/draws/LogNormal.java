package org.variegate.draws;

/** exp(N(m, s^2)), s > 0. */
record LogNormal(double m, double s) implements Distribution {

  static Distribution of(double[] p) {
    Normal.checkDeviation("lognormal", p[1]);
    return p[1] == 0 ? new Constant(StrictMath.exp(p[0])) : new LogNormal(p[0], p[1]);
  }

  @Override
  public double sample(Uniforms uniforms) {
    return StrictMath.exp(m + s * StandardNormal.quantile(uniforms.next()));
  }

  @Override
  public double cumulative(double x) {
    return x <= 0 ? 0 : StandardNormal.cumulative((StrictMath.log(x) - m) / s);
  }

  @Override
  public double mean() {
    return StrictMath.exp(m + s * s / 2);
  }

  @Override
  public double deviation() {
    return mean() * StrictMath.sqrt(StrictMath.expm1(s * s));
  }

  @Override
  public double lower() {
    return 0;
  }

  @Override
  public double upper() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public String toString() {
    return Decimal.call("lognormal", m, s);
  }
}
