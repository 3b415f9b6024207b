package org.variegate.draws;

/** exp(U(log a, log b)): each octave equally likely. */
final class LogUniform implements Distribution {
  private final double a;
  private final double b;
  private final double ratio;

  LogUniform(double[] p) {
    a = p[0];
    b = p[1];
    if (!(a > 0 && a < b)) {
      throw new IllegalArgumentException("loguniform(a, b) needs 0 < a < b");
    }
    ratio = StrictMath.log(b / a);
  }

  @Override
  public double sample(Uniforms uniforms) {
    return Math.min(b, a * StrictMath.exp(uniforms.next() * ratio));
  }

  @Override
  public double cumulative(double x) {
    return x <= a ? 0 : x >= b ? 1 : StrictMath.log(x / a) / ratio;
  }

  @Override
  public double mean() {
    return (b - a) / ratio;
  }

  @Override
  public double deviation() {
    double square = (b * b - a * a) / (2 * ratio);
    return StrictMath.sqrt(square - mean() * mean());
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
    return "loguniform(" + a + ", " + b + ")";
  }
}
