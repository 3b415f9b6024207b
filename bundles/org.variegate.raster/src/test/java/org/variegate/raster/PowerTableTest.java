package org.variegate.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTableTest {

  @ParameterizedTest
  @ValueSource(doubles = {.1, .2, .37, .6, 1, 1.4, 2.2, 4, 10})
  void errorIsAsClaimed(double exponent) {
    PowerTable table = new PowerTable(exponent);
    double worst = 0;
    for (int i = 0; i <= 100_000; i++) {
      float linear = i * 1e-5f;
      float tiny = (float) StrictMath.pow(2, -i * 1e-3);
      worst = Math.max(worst, Math.abs(table.apply(linear) - StrictMath.pow(linear, exponent)));
      worst = Math.max(worst, Math.abs(table.apply(tiny) - StrictMath.pow(tiny, exponent)));
    }
    assertTrue(worst < 5e-4, "error " + worst);
  }

  @Test
  void endsAreExactAndTheCurveIsMonotonic() {
    PowerTable table = new PowerTable(.43);
    assertEquals(0, table.apply(0));
    assertEquals(1, table.apply(1));
    assertEquals(0, table.apply(-3));
    assertEquals(1, table.apply(7));
    float last = 0;
    for (int i = 1; i <= 10_000; i++) {
      float next = table.apply(i * 1e-4f);
      assertTrue(next > last);
      last = next;
    }
  }

  @Test
  void arraysEqualSingleValues() {
    float[] values = {0, .1f, .5f, 1};
    PowerTable table = new PowerTable(1.7);
    float[] expected = {values[0], table.apply(.1f), table.apply(.5f), values[3]};
    table.apply(values, 1, 2);
    assertArrayEquals(expected, values);
  }

  @Test
  void refusesOtherExponents() {
    for (double exponent : new double[] {0, -1, Double.NaN, 1100, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new PowerTable(exponent));
    }
  }

  @Test
  void theSteepestCurveRisesFromZeroToOne() {
    PowerTable steepest = new PowerTable(1000);
    float last = 0;
    for (float x = 0; x <= 1; x += 0x1p-10f) {
      float power = steepest.apply(x);
      assertTrue(power >= last && power <= 1, power + " at " + x);
      last = power;
    }
    assertEquals(1, last);
  }
}
