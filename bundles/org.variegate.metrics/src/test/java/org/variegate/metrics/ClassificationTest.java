package org.variegate.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClassificationTest {

  /** Newcombe 1998, table I, method 3. */
  @Test
  void wilsonIsAsPublished() {
    wilson(81, 263, 0.2553, 0.3662);
    wilson(15, 148, 0.0624, 0.1605);
    wilson(0, 20, 0, 0.1611);
    wilson(1, 29, 0.0061, 0.1718);
    wilson(20, 20, 1 - 0.1611, 1);
  }

  private static void wilson(int successes, int trials, double low, double high) {
    Interval interval = new Proportion(successes, trials).wilson(0.95);
    assertEquals(low, interval.low(), 5e-5);
    assertEquals(high, interval.high(), 5e-5);
  }

  /** Of 4000 intervals a share of 0.95 on average over p: its error is 0.0035, 4 of which pass. */
  @Test
  void wilsonHoldsWhatItSays() {
    int held = 0;
    for (int trial = 0; trial < 4000; trial++) {
      double p = 0.02 + 0.96 * (trial % 97) / 96;
      int successes = Simulation.successes(trial, "wilson", 50, p);
      held += new Proportion(successes, 50).wilson(0.95).contains(p) ? 1 : 0;
    }
    assertEquals(0.95, held / 4000.0, 0.014);
  }

  @Test
  void aMatrixIsCountedByHand() {
    int[] truth = {0, 0, 0, 0, 1, 1, 1, 2, 2, 2};
    int[] taken = {0, 0, 0, 1, 1, 1, 0, 2, 1, 1};
    Confusion confusion = Confusion.of(3, truth, taken);
    assertEquals(new Proportion(6, 10), confusion.accuracy());
    assertEquals(0.6 - 1 / 3.0, confusion.accuracyAboveRandom(), 1e-12);
    assertEquals(0.75, confusion.precision(0).getAsDouble(), 1e-12);
    assertEquals(0.75, confusion.recall(0).getAsDouble(), 1e-12);
    assertEquals(0.4, confusion.precision(1).getAsDouble(), 1e-12);
    assertEquals(2 / 3.0, confusion.recall(1).getAsDouble(), 1e-12);
    assertEquals(1, confusion.precision(2).getAsDouble(), 1e-12);
    assertEquals(1 / 3.0, confusion.recall(2).getAsDouble(), 1e-12);
    assertEquals(0.5, confusion.f1(1).getAsDouble(), 1e-12);
    assertEquals((0.75 + 2 / 3.0 + 1 / 3.0) / 3, confusion.balancedAccuracy(), 1e-12);
    assertEquals(2, confusion.count(2, 1));
    assertEquals(3, confusion.of(2));
  }

  @Test
  void whatDoesNotOccurHasNoShare() {
    Confusion confusion = Confusion.of(3, new int[] {0, 1}, new int[] {0, 0});
    assertFalse(confusion.precision(1).isPresent());
    assertFalse(confusion.recall(2).isPresent());
    assertFalse(confusion.f1(2).isPresent());
    assertEquals(0.5, confusion.balancedAccuracy(), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> confusion.add(3, 0));
    assertThrows(IllegalArgumentException.class, () -> new Confusion(2).accuracy());
    assertThrows(IllegalArgumentException.class, () -> new Confusion(2).balancedAccuracy());
  }

  /** Two positives at 3 and 5, two negatives at 1 and 4: three of four pairs in order. */
  @Test
  void deLongIsCountedByHand() {
    Roc roc = new Roc(new double[] {5, 3}, new double[] {4, 1});
    assertEquals(0.75, roc.area(), 1e-12);
    assertEquals(Math.sqrt(0.125 / 2 + 0.125 / 2), roc.deviation(), 1e-12);
    assertEquals(
        "[[0.0, 0.0], [0.0, 0.5], [0.5, 0.5], [0.5, 1.0], [1.0, 1.0]]",
        Arrays.deepToString(roc.curve()));
  }

  /** Hanley and McNeil 1982, table II: ratings of 58 normal and 51 abnormal images. */
  @Test
  void hanleyAndMcNeilIsAsPublished() {
    Roc roc = new Roc(ratings(3, 2, 2, 11, 33), ratings(33, 6, 6, 11, 2));
    assertEquals(0.893, roc.area(), 5e-4);
    assertEquals(0.032, roc.exponentialDeviation(), 6e-4);
    assertEquals(0.032, roc.deviation(), 1.5e-3);
  }

  private static double[] ratings(int... counts) {
    double[] ratings = new double[Arrays.stream(counts).sum()];
    int at = 0;
    for (int rating = 0; rating < counts.length; rating++) {
      Arrays.fill(ratings, at, at += counts[rating], rating);
    }
    return ratings;
  }

  @Test
  void oneClassIsHeldAgainstAllOthers() {
    double[][] scores = {{.9, .1, 0}, {.2, .7, .1}, {.3, .3, .4}, {.6, .2, .2}};
    Roc roc = Roc.of(scores, new int[] {0, 1, 2, 0}, 0);
    assertEquals(1, roc.area());
    assertEquals(0, roc.deviation());
    assertEquals(Math.sqrt(0.025), roc.interval(0.95).low(), 1e-12);
    assertEquals(1, roc.interval(0.95).high());
    assertThrows(IllegalArgumentException.class, () -> Roc.of(scores, new int[] {0, 1, 0, 0}, 2));
  }

  /**
   * Normal scores 1.5 apart: A = Phi(1.5 / sqrt 2). 1500 intervals: the share's error is 0.0056.
   */
  @Test
  void intervalsOfTheAreaHoldWhatTheySay() {
    double area = 0.8555778;
    int held = 0;
    for (int trial = 0; trial < 1500; trial++) {
      Roc roc =
          new Roc(
              Simulation.normal(trial, "positive", 40, 1.5),
              Simulation.normal(trial, "negative", 60, 0));
      held += roc.interval(0.95).contains(area) ? 1 : 0;
    }
    assertEquals(0.95, held / 1500.0, 0.02);
  }

  @Test
  void scoresThatAreNoneAreRefused() {
    double[] one = {1};
    assertThrows(IllegalArgumentException.class, () -> new Roc(new double[0], one));
    assertThrows(IllegalArgumentException.class, () -> new Roc(one, new double[] {Double.NaN}));
    assertThrows(IllegalArgumentException.class, () -> new Roc(one, one).interval(1));
    assertTrue(new Roc(one, one).area() == 0.5);
  }
}
