package org.variegate.draws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {

  private static Noise field(int seed) {
    return new SampleDraws(seed, 0, new DrawRecord(), Overrides.NONE).noise("order");
  }

  private static int[] order(int seed, int count) {
    return IntStream.range(0, count).map(i -> Shuffle.item(field(seed), count, i)).toArray();
  }

  @Test
  void eachItemStandsOnce() {
    for (int count : new int[] {1, 2, 3, 7, 64, 1000, 1001}) {
      int[] sorted = order(5, count);
      java.util.Arrays.sort(sorted);
      assertArrayEquals(IntStream.range(0, count).toArray(), sorted, count + " items");
    }
  }

  @Test
  void hugeCountsWork() {
    int count = Integer.MAX_VALUE;
    int item = Shuffle.item(field(1), count, count - 1);
    assertTrue(item >= 0 && item < count && item != count - 1);
  }

  /** Chi-square of 23 degrees of freedom: above 64.6 once in 100,000 orders of this kind. */
  @Test
  void everyOrderOfFourIsAsLikely() {
    Map<String, Integer> counts = new HashMap<>();
    int trials = 24_000;
    for (int seed = 0; seed < trials; seed++) {
      counts.merge(java.util.Arrays.toString(order(seed, 4)), 1, Integer::sum);
    }
    assertEquals(24, counts.size());
    double chi =
        counts.values().stream().mapToDouble(n -> (n - 1000.0) * (n - 1000.0) / 1000).sum();
    assertTrue(chi < 64.6, "chi-square " + chi);
  }

  /** The number of fixed places of a random order has mean 1 and variance 1; 5 deviations. */
  @Test
  void asManyStayAsInARandomOrder() {
    int trials = 400;
    long fixed = 0;
    for (int seed = 0; seed < trials; seed++) {
      int[] order = order(seed, 50);
      fixed += IntStream.range(0, 50).filter(i -> order[i] == i).count();
    }
    assertEquals(1, (double) fixed / trials, 5 / Math.sqrt(trials));
  }

  @Test
  void isTheSameEverywhere() {
    assertArrayEquals(order(2021, 12), order(2021, 12));
    assertEquals(
        "[9, 6, 1, 7, 3, 0, 8, 11, 2, 10, 4, 5]", java.util.Arrays.toString(order(2021, 12)));
  }

  @Test
  void refusesPlacesThatAreNot() {
    assertThrows(IllegalArgumentException.class, () -> Shuffle.item(field(1), 3, 3));
    assertThrows(IllegalArgumentException.class, () -> Shuffle.item(field(1), 0, 0));
    assertThrows(IllegalArgumentException.class, () -> Shuffle.item(field(1), 3, -1));
  }
}
