package org.variegate.draws;

/**
 * A distribution of a number, given as text: {@code uniform(0.8, 1.2)}, or a plain number for a
 * constant. Immutable.
 *
 * <pre>
 *   3.5   constant(c)                      always c
 *   uniform(a, b)                          U(a, b)
 *   normal(m, s)                           N(m, s^2); s is the standard deviation
 *   truncated(m, s, a, b)                  N(m, s^2) given that it lies in [a, b]
 *   lognormal(m, s)                        exp(N(m, s^2))
 *   loguniform(a, b)                       exp(U(log a, log b)), 0 &lt; a
 *   beta(p, q)   beta(p, q, a, b)          Beta(p, q), stretched to [a, b]
 *   integer(a, b)                          each of a, a + 1, ..., b equally likely
 *   choice(x, y, ...)                      each equally likely
 *   mixture(p: d, q: e, ...)               d with probability p / (p + q + ...), ...
 * </pre>
 *
 * A value is drawn by inverting the distribution function, so that one uniform value makes one
 * value, and a larger uniform value makes, but for rounding, no smaller one. A mixture takes one
 * uniform value to choose, and another for what it chose. Where a width or a deviation is 0, a
 * distribution is the constant that it shrinks to.
 */
public interface Distribution {

  /**
   * Reads a distribution.
   *
   * @param key what it configures; errors begin with it
   * @param text as above
   * @return the distribution, whose {@code toString()} is equivalent to the text
   * @throws IllegalArgumentException {@code key: what is needed, got what}
   */
  static Distribution parse(String key, String text) {
    return new DistributionParser(key, text).parse();
  }

  /**
   * Reads a distribution of values that must not be too small.
   *
   * @param key what it configures
   * @param text as above
   * @param lowest the smallest value allowed
   * @return the distribution
   * @throws IllegalArgumentException if the text does not say a distribution, or its support goes
   *     below {@code lowest}
   */
  static Distribution parse(String key, String text, double lowest) {
    return parse(key, text, lowest, Double.POSITIVE_INFINITY);
  }

  /**
   * Reads a distribution of values that must all lie in a range.
   *
   * @param key what it configures
   * @param text as above
   * @param lowest the smallest value allowed
   * @param highest the largest value allowed
   * @return the distribution
   * @throws IllegalArgumentException if the text does not say a distribution, or its support leaves
   *     [lowest, highest]
   */
  static Distribution parse(String key, String text, double lowest, double highest) {
    Distribution distribution = parse(key, text);
    if (!(distribution.lower() >= lowest && distribution.upper() <= highest)) {
      throw new IllegalArgumentException(
          key + ": needs values " + DistributionParser.range(lowest, highest) + ", got " + text);
    }
    return distribution;
  }

  /**
   * Reads a distribution of values above 0.
   *
   * @param key what it configures
   * @param text as above
   * @return the distribution
   * @throws IllegalArgumentException if the text does not say a distribution, or its values may be
   *     0 or less: P(x <= 0) > 0, or its support goes below 0
   */
  static Distribution positive(String key, String text) {
    Distribution distribution = parse(key, text);
    if (!(distribution.lower() >= 0 && distribution.cumulative(0) == 0)) {
      throw new IllegalArgumentException(key + ": needs values above 0, got " + text);
    }
    return distribution;
  }

  /**
   * Draws a value.
   *
   * @param uniforms what to make it of
   * @return a value in [lower, upper]
   */
  double sample(Uniforms uniforms);

  /**
   * The distribution function.
   *
   * @param x a value
   * @return the probability of a value of at most x
   */
  double cumulative(double x);

  /**
   * The mean.
   *
   * @return the expected value
   */
  double mean();

  /**
   * The standard deviation.
   *
   * @return the square root of the variance
   */
  double deviation();

  /**
   * The lower end of the support.
   *
   * @return the infimum, which may be negative infinity
   */
  double lower();

  /**
   * The upper end of the support.
   *
   * @return the supremum, which may be infinity
   */
  double upper();

  /**
   * Whether all values are whole numbers.
   *
   * @return false unless that is known
   */
  default boolean isWhole() {
    return false;
  }
}
