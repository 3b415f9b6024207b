package org.variegate.draws;

import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;

/** Distributions whose inverse Commons Math has. */
record Continuous(String name, double first, double second, RealDistribution law)
    implements Distribution {

  static Distribution uniform(double[] p) {
    if (!(p[0] <= p[1])) {
      throw new IllegalArgumentException("uniform(a, b) needs a <= b");
    }
    return p[0] == p[1]
        ? new Constant(p[0])
        : new Continuous("uniform", p[0], p[1], new UniformRealDistribution(null, p[0], p[1]));
  }

  static Distribution normal(double[] p) {
    deviation("normal", p[1]);
    return p[1] == 0
        ? new Constant(p[0])
        : new Continuous("normal", p[0], p[1], new NormalDistribution(null, p[0], p[1]));
  }

  static Distribution lognormal(double[] p) {
    deviation("lognormal", p[1]);
    return p[1] == 0
        ? new Constant(StrictMath.exp(p[0]))
        : new Continuous("lognormal", p[0], p[1], new LogNormalDistribution(null, p[0], p[1]));
  }

  static void deviation(String name, double s) {
    if (!(s >= 0)) {
      throw new IllegalArgumentException(name + "(m, s) needs a standard deviation s >= 0");
    }
  }

  @Override
  public double sample(Uniforms uniforms) {
    return law.inverseCumulativeProbability(uniforms.next());
  }

  @Override
  public double cumulative(double x) {
    return law.cumulativeProbability(x);
  }

  @Override
  public double mean() {
    return law.getNumericalMean();
  }

  @Override
  public double deviation() {
    return StrictMath.sqrt(law.getNumericalVariance());
  }

  @Override
  public double lower() {
    return law.getSupportLowerBound();
  }

  @Override
  public double upper() {
    return law.getSupportUpperBound();
  }

  @Override
  public String toString() {
    return name + "(" + first + ", " + second + ")";
  }
}
