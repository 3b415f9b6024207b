package org.variegate.metrics;

import java.util.Arrays;

/**
 * What is told of many values, such as the target registration error of landmarks: the distances in
 * mm between where points are brought and where they belong (Fitzpatrick, West and Maurer 1998).
 *
 * @param count how many
 * @param mean their mean
 * @param deviation their sample standard deviation, 0 of one
 * @param least the smallest
 * @param median the middle one, or the mean of the two
 * @param percentile95 95 % of them are at most as large, linear between neighbours
 * @param most the largest
 */
public record Summary(
    int count,
    double mean,
    double deviation,
    double least,
    double median,
    double percentile95,
    double most) {

  /**
   * Sums up values.
   *
   * @param values at least one, none NaN
   * @return their summary
   * @throws IllegalArgumentException if there is none, or one is NaN
   */
  public static Summary of(double... values) {
    if (values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException(
          "values: needs at least one, none NaN, got " + values.length);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double mean = 0;
    for (double value : sorted) {
      mean += value / sorted.length;
    }
    double square = 0;
    for (double value : sorted) {
      square += (value - mean) * (value - mean);
    }
    return new Summary(
        sorted.length,
        mean,
        sorted.length < 2 ? 0 : Math.sqrt(square / (sorted.length - 1)),
        sorted[0],
        quantile(sorted, 0.5),
        quantile(sorted, 0.95),
        sorted[sorted.length - 1]);
  }

  /**
   * Target registration error.
   *
   * @param brought x, y, z of each point in mm, where the registration brings it
   * @param truth x, y, z of each point in mm, where it belongs
   * @return of their distances in mm
   * @throws IllegalArgumentException if there are not as many, or none
   */
  public static Summary distances(double[] brought, double[] truth) {
    if (brought.length != truth.length || brought.length % 3 != 0) {
      throw new IllegalArgumentException(
          "points: needs x, y, z of as many, got " + brought.length + " and " + truth.length);
    }
    double[] distances = new double[brought.length / 3];
    for (int i = 0; i < distances.length; i++) {
      double x = brought[3 * i] - truth[3 * i];
      double y = brought[3 * i + 1] - truth[3 * i + 1];
      double z = brought[3 * i + 2] - truth[3 * i + 2];
      distances[i] = Math.sqrt(x * x + y * y + z * z);
    }
    return of(distances);
  }

  /**
   * A quantile of sorted values, linear between neighbours (Hyndman and Fan 1996, definition 7).
   *
   * @param sorted ascending, at least one
   * @param share in [0, 1]
   */
  static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
