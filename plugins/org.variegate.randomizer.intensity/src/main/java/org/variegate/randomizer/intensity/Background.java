package org.variegate.randomizer.intensity;

import org.variegate.draws.Draws;
import org.variegate.draws.Probability;

/** How often the background's tissue is zero or dark, and what a dark one is drawn from. */
record Background(double zero, double dark, Prior darkPrior) {

  Background {
    Probability.require("zeroBackground", zero);
    Probability.require("darkBackground", dark, 1 - zero);
  }

  static Background of(Intensity.Config config) {
    return new Background(
        config.zeroBackground(),
        config.darkBackground(),
        Prior.parse("darkMean", config.darkMean(), "darkDeviation", config.darkDeviation()));
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
