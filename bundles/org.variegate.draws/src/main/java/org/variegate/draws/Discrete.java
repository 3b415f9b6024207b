package org.variegate.draws;

import java.util.Arrays;

/** Finitely many values, each equally likely. */
final class Discrete implements Distribution {
  private static final int MOST = 1 << 20;

  private final String text;
  private final double[] values;
  private final double[] sorted;

  private Discrete(String text, double[] values) {
    this.text = text;
    this.values = values;
    this.sorted = values.clone();
    Arrays.sort(sorted);
  }

  static Distribution integers(double[] p) {
    boolean whole = p[0] == Math.rint(p[0]) && p[1] == Math.rint(p[1]);
    if (!(whole && p[0] <= p[1] && p[1] - p[0] < MOST)) {
      throw new IllegalArgumentException(
          "integer(a, b) needs whole numbers a <= b, fewer than " + MOST + " of them");
    }
    double[] values = new double[(int) (p[1] - p[0]) + 1];
    Arrays.setAll(values, i -> p[0] + i);
    return new Discrete(Decimal.call("integer", p), values);
  }

  static Distribution choice(double[] p) {
    return new Discrete(Decimal.call("choice", p), p.clone());
  }

  @Override
  public double sample(Uniforms uniforms) {
    return values[(int) (uniforms.next() * values.length)];
  }

  @Override
  public double cumulative(double x) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (double) low / sorted.length;
  }

  @Override
  public double mean() {
    return Arrays.stream(values).sum() / values.length;
  }

  @Override
  public double deviation() {
    double mean = mean();
    return StrictMath.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
  }

  @Override
  public double lower() {
    return sorted[0];
  }

  @Override
  public double upper() {
    return sorted[sorted.length - 1];
  }

  @Override
  public boolean isWhole() {
    return Arrays.stream(values).allMatch(v -> v == Math.rint(v));
  }

  @Override
  public String toString() {
    return text;
  }
}
