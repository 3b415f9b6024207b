package org.variegate.learning.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final int SAMPLES = 50;

  private static long[] epoch(Order order, int number) {
    long first = (long) number * SAMPLES;
    return LongStream.range(first, first + SAMPLES).map(order::index).toArray();
  }

  @Test
  void eachEpochShowsAllSamplesInAnotherOrder() {
    long[] all = LongStream.range(0, SAMPLES).toArray();
    Order order = new Order(7, SAMPLES);
    assertArrayEquals(all, epoch(order, 0));
    long[] second = epoch(order, 1);
    long[] third = epoch(order, 2);
    assertFalse(Arrays.equals(all, second));
    assertFalse(Arrays.equals(second, third));
    Arrays.sort(second);
    Arrays.sort(third);
    assertArrayEquals(all, second);
    assertArrayEquals(all, third);
  }

  @Test
  void anInterruptionDoesNotChangeIt() {
    Order whole = new Order(7, SAMPLES);
    Order late = new Order(7, SAMPLES);
    epoch(whole, 1);
    assertArrayEquals(epoch(whole, 2), epoch(late, 2));
    assertEquals(whole.index(73), late.index(73));
  }
}
