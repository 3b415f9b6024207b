package org.variegate.formats.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PrefixCodeTest {

  private static double kraft(PrefixCode code) {
    double sum = 0;
    for (byte length : code.lengths()) {
      sum += length == 0 ? 0 : 1.0 / (1 << length);
    }
    return sum;
  }

  private static PrefixCode code(int deepest, int... frequencies) {
    PrefixCode code = new PrefixCode(frequencies.length, deepest);
    System.arraycopy(frequencies, 0, code.frequencies(), 0, frequencies.length);
    code.build();
    return code;
  }

  @Test
  void textbookExampleHasTheKnownCost() {
    int[] frequencies = {45, 13, 12, 16, 9, 5}; // Cormen et al. 2009, section 16.3
    PrefixCode code = code(15, frequencies);
    int cost = 0;
    for (int i = 0; i < frequencies.length; i++) {
      cost += frequencies[i] * code.lengths()[i];
    }
    assertEquals(224, cost);
    assertEquals(1, kraft(code));
  }

  @Test
  void depthIsLimitedAndTheCodeStaysComplete() {
    int[] fibonacci = new int[24];
    fibonacci[0] = 1;
    fibonacci[1] = 1;
    for (int i = 2; i < fibonacci.length; i++) {
      fibonacci[i] = fibonacci[i - 1] + fibonacci[i - 2];
    }
    for (int deepest : new int[] {5, 7, 15}) {
      PrefixCode code = code(deepest, fibonacci);
      assertEquals(1, kraft(code));
      for (int i = 1; i < fibonacci.length; i++) {
        assertTrue(code.lengths()[i] <= code.lengths()[i - 1] && code.lengths()[i] > 0);
        assertTrue(code.lengths()[i] <= deepest);
      }
    }
  }

  @Test
  void aLonelySymbolGetsCompany() {
    PrefixCode code = code(15, 0, 0, 7, 0);
    assertEquals(1, code.lengths()[2]);
    assertEquals(1, kraft(code));
  }

  @Test
  void noCodeBeginsAnother() {
    PrefixCode code = code(15, 5, 1, 1, 2, 3, 8, 13, 100, 0, 4);
    for (int a = 0; a < 10; a++) {
      for (int b = 0; b < 10; b++) {
        int length = code.lengths()[a];
        if (a != b && length > 0 && length <= code.lengths()[b]) {
          int mask = (1 << length) - 1;
          assertTrue((code.codes()[b] & mask) != code.codes()[a], a + " begins " + b);
        }
      }
    }
  }
}
