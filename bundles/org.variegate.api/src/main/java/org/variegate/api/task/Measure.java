package org.variegate.api.task;

/**
 * A measured figure, with an interval that holds the true one in 95 of 100 cases.
 *
 * @param name the field's, such as {@code accuracy}, with the unit behind it if it has one
 * @param value the figure
 * @param low end of the interval, or NaN if there is none
 * @param high end of the interval, or NaN if there is none
 */
public record Measure(String name, double value, double low, double high) {

  /**
   * A figure without an interval.
   *
   * @param name of the figure
   * @param value the figure
   * @return a measure
   */
  public static Measure of(String name, double value) {
    return new Measure(name, value, Double.NaN, Double.NaN);
  }
}
