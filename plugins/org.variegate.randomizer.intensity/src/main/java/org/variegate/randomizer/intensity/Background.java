package org.variegate.randomizer.intensity;

import org.variegate.draws.Draws;

/** How often the background's tissue is zero or dark, and what a dark one is drawn from. */
record Background(double zero, double dark, Prior darkPrior) {

  Background {
    probability("zeroBackground", zero, 1);
    probability("darkBackground", dark, 1 - zero);
  }

  static Background of(Intensity.Config config) {
    return new Background(
        config.zeroBackground(),
        config.darkBackground(),
        Prior.parse("darkMean", config.darkMean(), "darkDeviation", config.darkDeviation()));
  }

  private static void probability(String key, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(
          key + ": needs a probability in [0, " + most + "], got " + value);
    }
  }

  /** Whether it is zero in this sample. */
  boolean isZero(Draws draws) {
    return draws.chance("zeroBackground", zero);
  }

  /** What it is drawn from in this sample, given that it is not zero. */
  Prior prior(Draws draws, Prior ordinary) {
    double given = zero < 1 ? Math.min(1, dark / (1 - zero)) : 0;
    return draws.chance("darkBackground", given) ? darkPrior : ordinary;
  }
}
