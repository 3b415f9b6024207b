package org.variegate.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The sum of the three tables over all 2^32 words, counted without going through them. */
class NormalTablesTest {
  private static final float[] A = NormalTables.A;
  private static final float[] B = NormalTables.B;

  @Test
  void tablesAreSymmetricAndSorted() {
    for (float[] table : new float[][] {A, B}) {
      for (int i = 0; i < table.length; i++) {
        assertEquals(-table[i], table[table.length - 1 - i]);
        assertTrue(i == 0 || table[i] > table[i - 1]);
      }
    }
  }

  @Test
  void momentsAreTheNormalDistributions() {
    for (float[] table : new float[][] {A, B}) {
      assertEquals(1 / 3.0, moment(table, 2), 1e-7);
      assertEquals(3 / 9.0, moment(table, 4), 1e-6);
      assertEquals(15 / 27.0, moment(table, 6), 1e-5);
    }
  }

  private static double moment(float[] table, int order) {
    double sum = 0;
    for (float value : table) {
      sum += StrictMath.pow(value, order);
    }
    return sum / table.length;
  }

  @Test
  void theDistributionFunctionIsNormal() {
    for (double t = -6; t <= 6; t += 0.25) {
      assertEquals(StandardNormal.cumulative(-t), above(t), 1e-5, "at " + t);
    }
  }

  @Test
  void tailsAreFull() {
    tail(3, 0.001);
    tail(4, 0.005);
    tail(4.5, 0.03);
    tail(5, 0.11);
  }

  private static void tail(double t, double relative) {
    double expected = StandardNormal.cumulative(-t);
    assertEquals(expected, above(t), relative * expected, "beyond " + t);
  }

  /** The probability that a + b + c exceeds t. */
  private static double above(double t) {
    float[] sorted = B.clone();
    Arrays.sort(sorted);
    long count = 0;
    for (float a : A) {
      int first = sorted.length;
      for (float b : sorted) {
        while (first > 0 && sorted[first - 1] > t - a - b) {
          first--;
        }
        count += sorted.length - first;
      }
    }
    return (double) count / ((long) A.length * B.length * B.length);
  }
}
