package org.variegate.draws;

/** exp(U(log a, log b)), 0 < a < b: each octave equally likely. */
final class LogUniform implements Distribution {
  private final double a;
  private final double b;
  private final double start;
  private final double ratio;

  private LogUniform(double a, double b) {
    this.a = a;
    this.b = b;
    start = StrictMath.log(a);
    ratio = StrictMath.log(b) - start;
  }

  static Distribution of(double[] p) {
    if (!(p[0] > 0 && p[0] <= p[1])) {
      throw new IllegalArgumentException("loguniform(a, b) needs 0 < a <= b");
    }
    return p[0] == p[1] ? new Constant(p[0]) : new LogUniform(p[0], p[1]);
  }

  @Override
  public double sample(Uniforms uniforms) {
    return Math.max(a, Math.min(b, StrictMath.exp(start + uniforms.next() * ratio)));
  }

  @Override
  public double cumulative(double x) {
    return x <= a ? 0 : x >= b ? 1 : (StrictMath.log(x) - start) / ratio;
  }

  @Override
  public double mean() {
    return (b - a) / ratio;
  }

  @Override
  public double deviation() {
    double square = (b - a) * (b + a) / (2 * ratio);
    return StrictMath.sqrt(Math.max(0, square - mean() * mean()));
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
    return Decimal.call("loguniform", a, b);
  }
}
