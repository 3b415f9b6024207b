package org.variegate.draws;

record Constant(double value) implements Distribution {

  @Override
  public double sample(Uniforms uniforms) {
    return value;
  }

  @Override
  public double cumulative(double x) {
    return x >= value ? 1 : 0;
  }

  @Override
  public double mean() {
    return value;
  }

  @Override
  public double deviation() {
    return 0;
  }

  @Override
  public double lower() {
    return value;
  }

  @Override
  public double upper() {
    return value;
  }

  @Override
  public boolean isWhole() {
    return value == Math.rint(value);
  }

  @Override
  public String toString() {
    return Decimal.text(value);
  }
}
