package org.variegate.learning.internal.report;

import java.util.Locale;

/** Text of HTML and SVG. */
final class Markup {
  private final StringBuilder text = new StringBuilder();

  /** Adds markup as it is. */
  Markup add(String markup) {
    text.append(markup);
    return this;
  }

  /** Adds an element with words in it, which may hold anything. */
  Markup element(String open, String words) {
    String name = open.split(" ", 2)[0];
    text.append('<').append(open).append('>').append(escaped(words));
    text.append("</").append(name).append('>');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** With at most four digits behind the point, and no zeros at its end. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return String.valueOf((long) value);
    }
    double size = Math.abs(value);
    if (!(size >= 1e-4 && size < 1e7)) {
      return String.format(Locale.ROOT, "%.3g", value);
    }
    String digits = String.format(Locale.ROOT, "%.4f", value);
    return digits.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  /** A place in a drawing, to a tenth. */
  static String place(double value) {
    long tenths = Math.round(10 * value);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }
}
