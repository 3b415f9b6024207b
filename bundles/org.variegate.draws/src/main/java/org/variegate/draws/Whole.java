package org.variegate.draws;

import java.util.Locale;

/** An option that is a distribution of whole numbers, such as how many there are. Immutable. */
public final class Whole {
  private final String key;
  private final Distribution distribution;
  private final int lowest;
  private final int highest;

  private Whole(String key, Distribution distribution, int lowest, int highest) {
    this.key = key;
    this.distribution = distribution;
    this.lowest = lowest;
    this.highest = highest;
  }

  /**
   * Reads a distribution of whole numbers.
   *
   * @param key what it configures, which is the draw's name too; errors begin with it
   * @param text of a {@link Distribution}
   * @param lowest the smallest number allowed
   * @param highest the largest number allowed
   * @return what draws them
   * @throws IllegalArgumentException if the text does not say a distribution, or its values may lie
   *     outside the range or between whole numbers
   */
  public static Whole parse(String key, String text, int lowest, int highest) {
    Distribution distribution = Distribution.parse(key, text, lowest, highest);
    if (!distribution.isWhole()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: needs whole numbers, such as integer(%d, %d), got %s",
              key,
              lowest,
              highest,
              text));
    }
    return new Whole(key, distribution, lowest, highest);
  }

  /**
   * Draws a number.
   *
   * @param draws of the stage or part whose option this is
   * @return a number of the range
   * @throws IllegalArgumentException if the draw was set by hand to what is no such number
   */
  public int sample(Draws draws) {
    double value = draws.sample(key, distribution);
    if (!(value == Math.rint(value) && value >= lowest && value <= highest)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: needs a whole number in [%d, %d], got %s",
              key,
              lowest,
              highest,
              Decimal.text(value)));
    }
    return (int) value;
  }

  /** The distribution as text. */
  @Override
  public String toString() {
    return distribution.toString();
  }
}
