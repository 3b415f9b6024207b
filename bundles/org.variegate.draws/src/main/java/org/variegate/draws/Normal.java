package org.variegate.draws;

/** N(m, s^2), s > 0. */
record Normal(double m, double s) implements Distribution {

  static Distribution of(double[] p) {
    checkDeviation("normal", p[1]);
    return p[1] == 0 ? new Constant(p[0]) : new Normal(p[0], p[1]);
  }

  static void checkDeviation(String name, double s) {
    if (!(s >= 0)) {
      throw new IllegalArgumentException(name + "(m, s) needs a standard deviation s >= 0");
    }
  }

  @Override
  public double sample(Uniforms uniforms) {
    return m + s * StandardNormal.quantile(uniforms.next());
  }

  @Override
  public double cumulative(double x) {
    return StandardNormal.cumulative((x - m) / s);
  }

  @Override
  public double mean() {
    return m;
  }

  @Override
  public double deviation() {
    return s;
  }

  @Override
  public double lower() {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public double upper() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public String toString() {
    return Decimal.call("normal", m, s);
  }
}
