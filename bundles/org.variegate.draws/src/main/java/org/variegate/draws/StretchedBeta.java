package org.variegate.draws;

import org.apache.commons.math3.distribution.BetaDistribution;

/** Beta(p, q) on [a, b]. */
final class StretchedBeta implements Distribution {
  private final double[] parameters;
  private final BetaDistribution law;
  private final double a;
  private final double width;

  StretchedBeta(double[] p) {
    if (!(p[0] > 0 && p[1] > 0)) {
      throw new IllegalArgumentException("beta(p, q) needs p > 0 and q > 0");
    }
    parameters = p.clone();
    law = new BetaDistribution(null, p[0], p[1]);
    a = p.length == 4 ? p[2] : 0;
    width = p.length == 4 ? p[3] - a : 1;
    if (!(width > 0)) {
      throw new IllegalArgumentException("beta(p, q, a, b) needs a < b");
    }
  }

  @Override
  public double sample(Uniforms uniforms) {
    return a + width * law.inverseCumulativeProbability(uniforms.next());
  }

  @Override
  public double cumulative(double x) {
    return law.cumulativeProbability((x - a) / width);
  }

  @Override
  public double mean() {
    return a + width * law.getNumericalMean();
  }

  @Override
  public double deviation() {
    return width * StrictMath.sqrt(law.getNumericalVariance());
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
    StringBuilder text = new StringBuilder("beta(").append(parameters[0]);
    for (int i = 1; i < parameters.length; i++) {
      text.append(", ").append(parameters[i]);
    }
    return text.append(')').toString();
  }
}
