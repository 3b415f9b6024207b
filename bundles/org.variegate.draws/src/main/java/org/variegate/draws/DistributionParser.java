package org.variegate.draws;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Recursive descent over the grammar of {@link Distribution}. */
final class DistributionParser {
  /** How much of what was typed a message repeats, in characters. */
  private static final int LONGEST = 120;

  private static final Set<String> NAMES =
      new TreeSet<>(
          List.of(
              "constant",
              "uniform",
              "normal",
              "truncated",
              "lognormal",
              "loguniform",
              "beta",
              "integer",
              "choice",
              "mixture"));
  private static final int DEEPEST = 16;

  private final String key;
  private final String text;
  private int at;

  DistributionParser(String key, String text) {
    this.key = key;
    this.text = text;
  }

  static String range(double lowest, double highest) {
    if (highest == Double.POSITIVE_INFINITY) {
      return "of at least " + plain(lowest);
    }
    return lowest == Double.NEGATIVE_INFINITY
        ? "of at most " + plain(highest)
        : "in [" + plain(lowest) + ", " + plain(highest) + "]";
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Decimal.text(value);
  }

  Distribution parse() {
    Distribution distribution = distribution(0);
    if (peek() != 0) {
      throw error("needs one distribution");
    }
    return distribution;
  }

  private Distribution distribution(int depth) {
    if (depth > DEEPEST) {
      throw error("needs a mixture of at most " + DEEPEST + " levels");
    }
    char c = peek();
    if (!Character.isLetter(c)) {
      return new Constant(number());
    }
    String name = word();
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          key + ": no distribution is called '" + name + "', " + NearestName.hint(name, NAMES));
    }
    expect('(');
    Distribution made = name.equals("mixture") ? mixture(depth) : simple(name, numbers());
    expect(')');
    return made;
  }

  private Distribution simple(String name, double[] p) {
    try {
      return switch (name) {
        case "constant" -> new Constant(arguments(name, p, 1)[0]);
        case "uniform" -> Uniform.of(arguments(name, p, 2));
        case "normal" -> Normal.of(arguments(name, p, 2));
        case "truncated" -> TruncatedNormal.of(arguments(name, p, 4));
        case "lognormal" -> LogNormal.of(arguments(name, p, 2));
        case "loguniform" -> LogUniform.of(arguments(name, p, 2));
        case "beta" -> StretchedBeta.of(p.length == 2 ? p : arguments(name, p, 4));
        case "integer" -> Discrete.integers(arguments(name, p, 2));
        default -> Discrete.choice(p);
      };
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          key + ": " + e.getMessage() + ", got '" + shown() + "'", e);
    }
  }

  private static double[] arguments(String name, double[] given, int needed) {
    if (given.length != needed) {
      throw new IllegalArgumentException(
          name + " needs " + needed + (needed == 1 ? " number" : " numbers"));
    }
    return given;
  }

  private Distribution mixture(int depth) {
    List<Double> weights = new ArrayList<>();
    List<Distribution> parts = new ArrayList<>();
    do {
      double weight = number();
      if (!(weight >= 0)) {
        throw error("mixture needs weights of at least 0");
      }
      weights.add(weight);
      expect(':');
      parts.add(distribution(depth + 1));
    } while (accept(','));
    double[] w = weights.stream().mapToDouble(Double::doubleValue).toArray();
    if (!(java.util.Arrays.stream(w).sum() > 0)) {
      throw error("mixture needs a weight above 0");
    }
    return new Mixture(w, parts);
  }

  private double[] numbers() {
    List<Double> numbers = new ArrayList<>();
    do {
      numbers.add(number());
    } while (accept(','));
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double number() {
    peek();
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      double value = Double.parseDouble(text.substring(start, at));
      if (Double.isInfinite(value)) {
        throw error("needs finite numbers");
      }
      return value;
    } catch (NumberFormatException e) {
      at = start;
      throw error("needs a number or a distribution such as uniform(0, 1)");
    }
  }

  private String word() {
    int start = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean accept(char c) {
    boolean found = peek() == c;
    if (found) {
      at++;
    }
    return found;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw error("needs '" + c + "' at character " + (at + 1));
    }
  }

  /** The next character that is not blank, or 0 at the end. */
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private IllegalArgumentException error(String need) {
    return new IllegalArgumentException(key + ": " + need + ", got '" + shown() + "'");
  }

  private String shown() {
    String typed = text.strip();
    return typed.length() > LONGEST ? typed.substring(0, LONGEST) + "..." : typed;
  }
}
