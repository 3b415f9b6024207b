package org.variegate.draws;

/** U(a, b), a < b. */
record Uniform(double a, double b) implements Distribution {

  static Distribution of(double[] p) {
    if (!(p[0] <= p[1] && p[1] - p[0] < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("uniform(a, b) needs a <= b");
    }
    return p[0] == p[1] ? new Constant(p[0]) : new Uniform(p[0], p[1]);
  }

  @Override
  public double sample(Uniforms uniforms) {
    return Math.min(b, a + uniforms.next() * (b - a));
  }

  @Override
  public double cumulative(double x) {
    return Math.min(1, Math.max(0, (x - a) / (b - a)));
  }

  @Override
  public double mean() {
    return a + (b - a) / 2;
  }

  @Override
  public double deviation() {
    return (b - a) / StrictMath.sqrt(12);
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
    return Decimal.call("uniform", a, b);
  }
}
