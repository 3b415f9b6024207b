package org.variegate.learning.internal.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures as they are read from JSON: a value, or a value and the ends of its interval. */
final class Measured {
  private Measured() {}

  /** Name to value, low and high; both NaN if there is no interval. */
  static Map<String, double[]> all(Map<?, ?> tree) {
    Map<String, double[]> measures = new LinkedHashMap<>();
    tree.forEach((name, value) -> measures.put(String.valueOf(name), of(value)));
    return measures;
  }

  private static double[] of(Object value) {
    List<?> numbers = value instanceof List<?> list && list.size() == 3 ? list : List.of(value);
    double[] found = {Double.NaN, Double.NaN, Double.NaN};
    for (int i = 0; i < numbers.size(); i++) {
      found[i] = numbers.get(i) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
    return found;
  }

  /** Whether it has an interval. */
  static boolean hasInterval(double[] measure) {
    return Double.isFinite(measure[1]) && Double.isFinite(measure[2]);
  }

  /** The value, in as many digits as others of its kind. */
  static String text(double[] measure) {
    return digits(measure[0]);
  }

  /** The interval, or nothing. */
  static String interval(double[] measure) {
    return hasInterval(measure) ? digits(measure[1]) + " to " + digits(measure[2]) : "";
  }

  private static String digits(double value) {
    return Math.abs(value) < 1000
        ? String.format(Locale.ROOT, "%.4f", value)
        : Markup.number(value);
  }
}
