package org.variegate.draws;

import java.math.BigDecimal;
import java.math.MathContext;

/** The shortest decimal text of a number; {@code Double.toString} differs between JDKs. */
final class Decimal {
  private static final int MOST_DIGITS = 17;
  private static final int PLAIN_DIGITS = 15;

  private Decimal() {}

  /** Text that reads back as just this finite number, with as few digits as that takes. */
  static String text(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = exact;
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
      shortest = exact.round(new MathContext(digits));
      if (shortest.doubleValue() == value) {
        break;
      }
    }
    shortest = shortest.stripTrailingZeros();
    return Math.abs(shortest.scale()) <= PLAIN_DIGITS
        ? shortest.toPlainString()
        : shortest.toString();
  }

  /** {@code name(first, second, ...)}. */
  static String call(String name, double... arguments) {
    StringBuilder text = new StringBuilder(name).append('(');
    for (int i = 0; i < arguments.length; i++) {
      text.append(i == 0 ? "" : ", ").append(text(arguments[i]));
    }
    return text.append(')').toString();
  }
}
