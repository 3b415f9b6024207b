package org.variegate.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each distribution draws what it says. */
class DistributionTest {
  private static final int N = 100_000;

  private static Distribution parse(String text) {
    return Distribution.parse("x", text);
  }

  private static double[] draw(String text) {
    SampleDraws draws = new SampleDraws(1, 0, new DrawRecord(), Overrides.NONE);
    return draws.sample("x", parse(text), N);
  }

  /** The value made of a uniform value of this many 2^-53. */
  private static double at(String text, long word) {
    return parse(text).sample(new Uniforms(() -> word));
  }

  /** False-failure rate: 5e-5 for each. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "uniform(-3, 5)",
        "normal(2, 0.5)",
        "truncated(0, 1, -0.5, 3)",
        "truncated(0, 1, 4, 9)",
        "truncated(0, 1, 20, 30)",
        "truncated(5, 2, -30, -20)",
        "lognormal(0.3, 0.8)",
        "lognormal(-30, 1)",
        "loguniform(0.01, 100)",
        "loguniform(1e-200, 1e200)",
        "beta(2, 5)",
        "beta(0.5, 0.5)",
        "beta(0.05, 3)",
        "beta(200, 300, -4, 4)",
        "integer(-2, 9)",
        "choice(1, 2, 2, 7)",
        "constant(3)",
        "4.5",
        "mixture(1: uniform(0, 1), 3: normal(5, 2))",
        "mixture(1: 0, 1: integer(1, 3), 2: mixture(1: 7, 1: uniform(6, 9)))"
      })
  void drawsFollowTheDistributionFunction(String text) {
    double statistic = Statistics.kolmogorov(draw(text), parse(text)::cumulative);
    assertTrue(statistic < 2.3, text + ": " + statistic);
  }

  /**
   * Mean within 5 standard errors, deviation within 2 %: false-failure rate below 1e-5 for each.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "uniform(-3, 5)", "normal(2, 0.5)", "truncated(0, 1, -0.5, 3)", "truncated(0, 1, 4, 9)",
        "lognormal(0.3, 0.4)", "loguniform(0.1, 10)", "beta(2, 5)", "beta(2, 5, -4, 4)",
        "integer(-2, 9)", "choice(1, 2, 2, 7)", "mixture(1: uniform(0, 1), 3: normal(5, 2))"
      })
  void momentsAreThoseDeclared(String text) {
    Distribution distribution = parse(text);
    double[] values = draw(text);
    double mean = Arrays.stream(values).average().orElseThrow();
    double square = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / N;
    assertEquals(distribution.mean(), mean, 5 * distribution.deviation() / Math.sqrt(N));
    assertEquals(distribution.deviation(), Math.sqrt(square), 0.02 * distribution.deviation());
  }

  /** The ends of the range of uniform values, 2^-53 and 1 - 2^-53, make values of the support. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "uniform(-3, 5)",
        "uniform(-1e16, 3)",
        "normal(2, 0.5)",
        "truncated(0, 1, -0.5, 3)",
        "truncated(0, 1, 20, 30)",
        "truncated(0, 1, -37, 37)",
        "lognormal(0.3, 0.8)",
        "loguniform(0.01, 100)",
        "loguniform(1e-300, 1e300)",
        "beta(2, 5)",
        "beta(0.001, 5)",
        "beta(5, 0.001)",
        "beta(1e6, 2e6)",
        "integer(0, 1048575)",
        "choice(1, 2, 7)",
        "mixture(1: 1, 0: 5)"
      })
  void extremesStayInTheSupport(String text) {
    Distribution distribution = parse(text);
    double previous = Double.NEGATIVE_INFINITY;
    for (long word : new long[] {0, 1L << 12, 1L << 40, 1L << 62, 1L << 63, -1L << 40, -1}) {
      double value = at(text, word);
      assertTrue(Double.isFinite(value), text + ": " + value);
      assertTrue(value >= distribution.lower() && value <= distribution.upper(), text + value);
      assertTrue(value >= previous, text + ": " + value + " after " + previous);
      previous = value;
    }
  }

  @Test
  void quantilesAreExactFarOut() {
    assertEquals(-8.209536151601387, at("normal(0, 1)", 0), 1e-12);
    assertEquals(8.209536151601387, at("normal(0, 1)", -1), 1e-12);
    assertEquals(-37.0470962993612, StandardNormal.quantile(1e-300), 1e-11);
    assertEquals(0x1p-530, at("beta(0.1, 1)", 0), 0x1p-570);
    assertEquals(1e-150, StandardNormal.cumulative(StandardNormal.quantile(1e-150)), 1e-162);
  }

  @Test
  void aLargerUniformValueMakesNoSmallerValue() {
    for (String text : new String[] {"normal(0, 1)", "beta(2, 0.3)", "truncated(0, 1, 1, 4)"}) {
      double previous = Double.NEGATIVE_INFINITY;
      for (long i = 0; i < 4096; i++) {
        double value = at(text, i << 52);
        assertTrue(value > previous, text + " at " + i);
        previous = value;
      }
    }
  }

  @Test
  void discreteValuesAreEquallyLikely() {
    double[] observed = new double[7];
    double[] expected = new double[7];
    Arrays.fill(expected, N / 7.0);
    for (double value : draw("integer(3, 9)")) {
      observed[(int) value - 3]++;
    }
    assertTrue(Statistics.chiSquareProbability(observed, expected) > 1e-5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3",
        "-0.1",
        "1E+300",
        "uniform(-3, 5)",
        "normal(2, 0.5)",
        "truncated(0, 1, -0.5, 3)",
        "lognormal(0.3, 0.8)",
        "loguniform(0.01, 100)",
        "beta(2, 5)",
        "beta(2, 5, -4, 4)",
        "integer(-2, 9)",
        "choice(1, 0.1, 2, 7)",
        "mixture(1: uniform(0, 1), 2.5: mixture(1: 3, 1: normal(5, 2)))"
      })
  void textReadsBack(String text) {
    assertEquals(text, parse(text).toString());
    assertEquals(text, parse("  " + text.replace(" ", "").replace("(", " ( ")).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "constant(3)", "uniform(3, 3)", "normal(3, 0)", "truncated(3, 0, 1, 4)",
        "truncated(9, 0, 1, 3)", "truncated(9, 2, 3, 3)", "loguniform(3, 3)", "beta(1, 2, 3, 3)"
      })
  void withoutWidthTheyAreConstants(String text) {
    Distribution distribution = parse(text);
    assertEquals("3", distribution.toString());
    assertEquals(3, distribution.mean());
    assertEquals(0, distribution.deviation());
    assertEquals(1, distribution.cumulative(3));
    assertEquals(0, distribution.cumulative(Math.nextDown(3.0)));
    assertEquals(1, StrictMath.log(at("lognormal(1, 0)", 5)), 1e-15);
  }

  /** These bits may never change: each would change every dataset made so far. */
  @Test
  void golden() {
    SampleDraws draws = new SampleDraws(1, 2, new DrawRecord(), Overrides.NONE);
    String[] texts = {
      "uniform(-3, 5)", "normal(2, 0.5)", "truncated(0, 1, 20, 30)", "lognormal(0.3, 0.8)",
      "loguniform(0.01, 100)", "beta(2, 0.5)", "beta(200, 300, -4, 4)", "integer(-2, 9)",
      "mixture(1: uniform(0, 1), 3: choice(5, 2))"
    };
    int hash = 1;
    for (int i = 0; i < texts.length; i++) {
      hash = 31 * hash + Arrays.hashCode(draws.sample("x" + i, parse(texts[i]), 1000));
    }
    assertEquals(-866978120, hash);
  }

  @Test
  void aMixtureReachesAsFarAsItsPossibleParts() {
    Distribution mixture = parse("mixture(1: uniform(0, 1), 0: uniform(-9, 9), 2: 4)");
    assertEquals(0, mixture.lower());
    assertEquals(4, mixture.upper());
  }
}
