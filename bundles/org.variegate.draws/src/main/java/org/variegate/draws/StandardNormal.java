package org.variegate.draws;

import org.apache.commons.math3.distribution.NormalDistribution;

/** N(0, 1). Both functions keep their digits in the lower tail. */
final class StandardNormal {
  private static final NormalDistribution LAW = new NormalDistribution(null, 0, 1);
  private static final double TAIL = 1e-3;
  private static final int STEPS = 40;

  private StandardNormal() {}

  static double density(double x) {
    return LAW.density(x);
  }

  static double cumulative(double x) {
    return LAW.cumulativeProbability(x);
  }

  /** The inverse of {@link #cumulative}; exact to rounding for all p in (0, 1). */
  static double quantile(double p) {
    if (p > 1 - TAIL) {
      return -tail(1 - p);
    }
    return p < TAIL ? tail(p) : LAW.inverseCumulativeProbability(p);
  }

  /** Newton's method on log Phi(x) = log p, which is concave, from above the solution. */
  private static double tail(double p) {
    double x = -StrictMath.sqrt(-2 * StrictMath.log(p)) + 1;
    for (int i = 0; i < STEPS; i++) {
      double phi = cumulative(x);
      double step = StrictMath.log(phi / p) * phi / density(x);
      x -= step;
      if (Math.abs(step) <= 1e-15 * Math.abs(x)) {
        break;
      }
    }
    return x;
  }
}
