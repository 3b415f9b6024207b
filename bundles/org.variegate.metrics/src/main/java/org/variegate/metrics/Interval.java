package org.variegate.metrics;

/**
 * A confidence interval.
 *
 * @param low its lower end
 * @param high its upper end, at least the lower
 */
public record Interval(double low, double high) {

  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException if they are in no order, or one is NaN
   */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "interval: needs ends in order, got " + low + " and " + high);
    }
  }

  /**
   * Whether a value lies within.
   *
   * @param value any
   * @return true from end to end
   */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
