package org.variegate.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  /** Fagerland, Lydersen and Laake 2013, table 5: .070 and .039. */
  @Test
  void mcNemarIsAsPublished() {
    assertEquals(18 / 256.0, Paired.mcNemar(1, 7), 1e-12);
    assertEquals(10 / 256.0, Paired.mcNemarMid(7, 1), 1e-12);
    assertEquals(1, Paired.mcNemar(0, 0));
    assertEquals(1, Paired.mcNemarMid(0, 0));
    assertEquals(1, Paired.mcNemar(4, 4));
    assertEquals(1 - 70 / 256.0 / 2, Paired.mcNemarMid(4, 4), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> Paired.mcNemar(-1, 2));
  }

  /** Hollander and Wolfe 1973, p. 29: depression before and after; T+ = 40, P = .0195 on a side. */
  @Test
  void signedRankIsAsPublished() {
    double[] before = {1.83, .50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    double[] after = {.878, .647, .598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
    assertEquals(0.0390625, Paired.signedRank(before, after), 1e-12);
    assertEquals(0.0390625, Paired.signedRank(after, before), 1e-12);
  }

  @Test
  void signedRankIsThatOfCommonsMath() {
    WilcoxonSignedRankTest other = new WilcoxonSignedRankTest();
    for (int trial = 0; trial < 20; trial++) {
      double[] first = Simulation.normal(trial, "first", 12, 0.4);
      double[] second = Simulation.normal(trial, "second", 12, 0);
      double exact = Math.min(1, other.wilcoxonSignedRankTest(first, second, true));
      assertEquals(exact, Paired.signedRank(first, second), 1e-9);
    }
  }

  /** By hand: sizes 1, 1, 2 with ranks 1.5, 1.5, 3; sums of at most 1.5 in 3 of 8 ways. */
  @Test
  void tiesShareRanksAndZerosAreLeftOut() {
    assertEquals(0.75, Paired.signedRank(new double[] {1, -1, 2, 0}, new double[4]), 1e-12);
    assertEquals(1, Paired.signedRank(new double[3], new double[3]));
    assertEquals(0.25, Paired.signedRank(new double[] {1, 1, 1}, new double[3]), 1e-12);
  }

  @Test
  void manyDifferencesAreNearlyNormal() {
    for (int trial = 0; trial < 5; trial++) {
      double[] many = Simulation.normal(trial, "many", 201, 0.12);
      double[] fewer = java.util.Arrays.copyOf(many, 200);
      double exact = Paired.signedRank(fewer, new double[200]);
      double normal = Paired.signedRank(many, new double[201]);
      assertEquals(exact, normal, 0.02 + 0.3 * exact, "trial " + trial);
    }
    double[] large = Simulation.normal(9, "large", 400, 0.4);
    assertTrue(Paired.signedRank(large, new double[400]) < 1e-9);
  }

  /** Without a difference p is below .05 in .0479 of all cases at most; 4 errors of 0.0048. */
  @Test
  void withoutADifferencePIsRarelySmall() {
    int small = 0;
    for (int trial = 0; trial < 2000; trial++) {
      double[] values = Simulation.normal(trial, "null", 15, 0);
      small += Paired.signedRank(values, new double[15]) <= 0.05 ? 1 : 0;
    }
    assertEquals(0.0479, small / 2000.0, 0.02);
  }

  /** Percentiles of a mean of 60 hold a little less than they say; 4 errors of 0.007. */
  @Test
  void theBootstrapHoldsWhatItSays() {
    int held = 0;
    for (int trial = 0; trial < 1000; trial++) {
      double[] values = Simulation.normal(trial, "values", 60, 3);
      held += new Bootstrap(trial, 400).mean(values, 0.95).contains(3) ? 1 : 0;
    }
    assertEquals(0.942, held / 1000.0, 0.028);
  }

  @Test
  void theBootstrapIsWideAsTheErrorOfAMean() {
    double[] values = Simulation.normal(5, "wide", 200, 0);
    Interval interval = new Bootstrap(3, 4000).mean(values, 0.95);
    double error = Summary.of(values).deviation() / Math.sqrt(200);
    assertEquals(2 * 1.96 * error, interval.high() - interval.low(), 0.06 * error * 4);
    assertEquals(interval, new Bootstrap(3, 4000).mean(values, 0.95));
    assertTrue(!interval.equals(new Bootstrap(4, 4000).mean(values, 0.95)));
  }

  @Test
  void setsWithoutANumberAreLeftOut() {
    Interval interval = new Bootstrap(1, 100).interval(3, p -> p[0] == 0 ? Double.NaN : p[0], 0.9);
    assertTrue(interval.low() >= 1);
    Bootstrap bootstrap = new Bootstrap(1, 100);
    assertThrows(IllegalArgumentException.class, () -> bootstrap.interval(3, p -> Double.NaN, 0.9));
    assertThrows(IllegalArgumentException.class, () -> bootstrap.mean(new double[0], 0.9));
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(1, 99));
  }
}
