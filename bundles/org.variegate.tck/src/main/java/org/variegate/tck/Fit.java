package org.variegate.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.variegate.draws.Distribution;

/** Whether values were drawn from a distribution. */
public final class Fit {
  /** How often values that were drawn from the distribution are nevertheless refused. */
  private static final double FALSE_FAILURES = 1e-6;

  private Fit() {}

  /**
   * Asserts that the empirical distribution function is as close to the declared one as it should
   * be: Kolmogorov and Smirnov's test, with the bound of Massart 1990 (The tight constant in the
   * Dvoretzky-Kiefer-Wolfowitz inequality), P(sup|F_n - F| > e) <= 2 exp(-2 n e^2).
   *
   * <p>With a fixed seed the test always passes or always fails; a fresh seed fails falsely with a
   * probability of at most 1e-6, also where the distribution has steps.
   *
   * @param declared the distribution as text, {@code uniform(0, 5)}
   * @param values independent draws; 2,000 tell distributions apart that differ by 0.12 somewhere
   * @throws AssertionError if they are too far apart, with the value where they are farthest
   */
  public static void assertDrawnFrom(String declared, double... values) {
    Distribution law = Distribution.parse("declared", declared);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double n = sorted.length;
    double bound = Math.sqrt(Math.log(2 / FALSE_FAILURES) / (2 * n));
    assertTrue(n > 0 && bound < 1, declared + ": needs more values than " + sorted.length);
    for (int i = 0; i < sorted.length; i++) {
      boolean last = i + 1 == n || sorted[i + 1] > sorted[i];
      boolean first = i == 0 || sorted[i - 1] < sorted[i];
      double upTo = law.cumulative(sorted[i]);
      double below = law.cumulative(Math.nextDown(sorted[i]));
      double distance =
          Math.max(last ? Math.abs(upTo - (i + 1) / n) : 0, first ? Math.abs(below - i / n) : 0);
      assertTrue(
          distance <= bound,
          declared + ": distribution functions differ by " + distance + " at " + sorted[i]);
    }
  }
}
