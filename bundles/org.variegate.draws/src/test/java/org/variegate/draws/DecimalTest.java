package org.variegate.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DecimalTest {

  @Test
  void textIsShortest() {
    assertEquals("0.1", Decimal.text(0.1));
    assertEquals("-300", Decimal.text(-300));
    assertEquals("0", Decimal.text(-0.0));
    assertEquals("0.3333333333333333", Decimal.text(1 / 3.0));
    assertEquals("2E+23", Decimal.text(2e23));
    assertEquals("5E-324", Decimal.text(Double.MIN_VALUE));
    assertEquals("beta(1, 0.25)", Decimal.call("beta", 1, 0.25));
  }

  @Test
  void textReadsBack() {
    for (long word = 1; word < 2000; word++) {
      double value = Double.longBitsToDouble(word * 0x0009_1234_5678_9ABDL & Long.MAX_VALUE);
      if (Double.isFinite(value)) {
        assertEquals(value, Double.parseDouble(Decimal.text(value)));
      }
    }
  }
}
