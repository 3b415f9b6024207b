package org.variegate.metrics;

import org.apache.commons.math3.distribution.NormalDistribution;

/** How many standard deviations a confidence is. */
final class Confidence {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private Confidence() {}

  static double require(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence: needs a number between 0 and 1, got " + confidence);
    }
    return confidence;
  }

  /** 1.96 for 0.95. */
  static double deviations(double confidence) {
    return NORMAL.inverseCumulativeProbability((1 + require(confidence)) / 2);
  }

  /** The probability of at least so many standard deviations from the mean, in either direction. */
  static double beyond(double deviations) {
    return Math.min(1, 2 * NORMAL.cumulativeProbability(-Math.abs(deviations)));
  }
}
