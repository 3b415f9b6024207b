package org.variegate.learning.internal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From values to places along a line.
 *
 * @param low value at its beginning
 * @param high value at its end, above low
 * @param from its beginning
 * @param to its end
 */
record Axis(double low, double high, double from, double to) {

  /** An axis on which these are seen, with a little room around them. */
  static Axis of(double low, double high, double room, double from, double to) {
    double span = high - low;
    if (!(span > 0)) {
      span = Math.max(Math.abs(high), 1e-9);
      return new Axis(low - span / 2, high + span / 2, from, to);
    }
    return new Axis(low - room * span, high + room * span, from, to);
  }

  double place(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  /** Round values along it: so many spaces between them, or a few more or fewer. */
  List<Double> ticks(int spaces) {
    double step = step(spaces);
    List<Double> ticks = new ArrayList<>();
    long first = (long) Math.ceil(low / step - 1e-9);
    for (long i = first; i * step <= high + 1e-9 * step; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private double step(int spaces) {
    double wanted = (high - low) / spaces;
    double decade = 1;
    while (decade > wanted) {
      decade /= 10;
    }
    while (decade * 10 <= wanted) {
      decade *= 10;
    }
    double lead = wanted / decade;
    return decade * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
  }

  /** A tick in as many digits as tell it from its neighbours. */
  String text(double tick, int spaces) {
    double step = step(spaces);
    if (Math.abs(tick) < step / 2) {
      return "0";
    }
    if (step >= 1 && Math.abs(tick) < 1e6) {
      return String.valueOf(Math.round(tick));
    }
    int digits = 0;
    for (double unit = step; unit < 0.999 && digits < 5; unit *= 10) {
      digits++;
    }
    return step < 1e-5 || Math.abs(tick) >= 1e6
        ? String.format(Locale.ROOT, "%.1e", tick)
        : String.format(Locale.ROOT, "%." + digits + "f", tick);
  }
}
