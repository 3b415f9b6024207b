package org.variegate.metrics;

/**
 * A share of trials that succeeded: an accuracy, a recall.
 *
 * @param successes at least 0
 * @param trials at least 1 and at least the successes
 */
public record Proportion(long successes, long trials) {

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if there is no trial, or more or less successes than can be
   */
  public Proportion {
    if (!(trials > 0 && successes >= 0 && successes <= trials)) {
      throw new IllegalArgumentException(
          "proportion: needs successes of at least one trial, got " + successes + " of " + trials);
    }
  }

  /**
   * The share.
   *
   * @return successes / trials
   */
  public double value() {
    return (double) successes / trials;
  }

  /**
   * The score interval (Wilson 1927, "Probable inference, the law of succession, and statistical
   * inference"): with z of the confidence, all p for which (x / n - p)^2 is at most z^2 p (1 - p) /
   * n. Holds what it says also for few trials and shares near 0 and 1 (Newcombe 1998, method 3).
   *
   * @param confidence between 0 and 1, such as 0.95
   * @return within [0, 1]
   */
  public Interval wilson(double confidence) {
    double z = Confidence.deviations(confidence);
    double p = value();
    double n = trials;
    double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    double low = successes == 0 ? 0 : Math.max(0, centre - half);
    double high = successes == trials ? 1 : Math.min(1, centre + half);
    return new Interval(low, high);
  }
}
