package org.variegate.draws;

/** Checks options that are probabilities. */
public final class Probability {
  private Probability() {}

  /**
   * Refuses what is no probability.
   *
   * @param key what it configures; errors begin with it
   * @param value to be checked
   * @return the value, in [0, 1]
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public static double require(String key, double value) {
    return require(key, value, 1);
  }

  /**
   * Refuses what is no probability of an event that excludes others.
   *
   * @param key what it configures; errors begin with it
   * @param value to be checked
   * @param most what the others leave, at most 1
   * @return the value, in [0, most]
   * @throws IllegalArgumentException if it is not in [0, most]
   */
  public static double require(String key, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(
          key
              + ": needs a probability "
              + DistributionParser.range(0, most)
              + ", got "
              + Decimal.text(value));
    }
    return value;
  }
}
