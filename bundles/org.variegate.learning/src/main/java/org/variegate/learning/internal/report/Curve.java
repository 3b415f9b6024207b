package org.variegate.learning.internal.report;

import java.util.Arrays;

/**
 * Values over steps.
 *
 * @param steps ascending
 * @param values as many
 */
record Curve(double[] steps, double[] values) {
  private static final int SMOOTHED_PARTS = 40;

  int size() {
    return steps.length;
  }

  double last() {
    return values[values.length - 1];
  }

  /**
   * A moving mean whose weights fall exponentially into the past, over about a fortieth of the
   * curve; at the beginning, over what there is.
   */
  Curve smoothed() {
    double keep = 1 - 1 / (1 + size() / (double) SMOOTHED_PARTS);
    double[] means = new double[size()];
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < size(); i++) {
      sum = keep * sum + values[i];
      weight = keep * weight + 1;
      means[i] = sum / weight;
    }
    return new Curve(steps, means);
  }

  /** With so many values or a few more: of each stretch its lowest and its highest. */
  Curve thinned(int most) {
    if (size() <= most) {
      return this;
    }
    int parts = most / 2;
    double[] fewSteps = new double[2 * parts];
    double[] fewValues = new double[2 * parts];
    for (int part = 0; part < parts; part++) {
      int from = (int) ((long) part * size() / parts);
      int to = (int) ((part + 1L) * size() / parts);
      int lowest = from;
      int highest = from;
      for (int i = from; i < to; i++) {
        lowest = values[i] < values[lowest] ? i : lowest;
        highest = values[i] > values[highest] ? i : highest;
      }
      int first = Math.min(lowest, highest);
      int second = Math.max(lowest, highest);
      fewSteps[2 * part] = steps[first];
      fewValues[2 * part] = values[first];
      fewSteps[2 * part + 1] = steps[second];
      fewValues[2 * part + 1] = values[second];
    }
    return new Curve(fewSteps, fewValues);
  }

  double lowest() {
    return Arrays.stream(values).min().orElse(0);
  }

  double highest() {
    return Arrays.stream(values).max().orElse(0);
  }

  /** What so large a part of the values does not exceed. */
  double quantile(double part) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(part * (sorted.length - 1))];
  }
}
