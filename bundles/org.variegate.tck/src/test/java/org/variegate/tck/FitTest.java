package org.variegate.tck;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.draws.Distribution;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;

class FitTest {

  private static double[] drawn(String law) {
    SampleDraws draws = new SampleDraws(3, 0, new DrawRecord(), Overrides.NONE);
    return draws.sample("value", Distribution.parse("value", law), 2000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"uniform(0, 5)", "normal(1, 2)", "integer(16, 26)", "choice(1, 1, 7)", "4"})
  void whatIsDrawnFits(String law) {
    Fit.assertDrawnFrom(law, drawn(law));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "uniform(0, 5); uniform(0, 4)",
        "uniform(0, 5); uniform(0, 6)",
        "normal(1, 2); normal(1.5, 2)",
        "integer(1, 4); integer(1, 3)",
        "integer(1, 4); uniform(1, 4)",
        "4; 4.1"
      })
  void whatIsDrawnFromSomethingElseDoesNot(String law, String other) {
    AssertionError error =
        assertThrows(AssertionError.class, () -> Fit.assertDrawnFrom(other, drawn(law)));
    assertTrue(error.getMessage().startsWith(other + ": distribution functions differ by "));
  }

  @Test
  void tooFewValuesProveNothing() {
    assertThrows(AssertionError.class, () -> Fit.assertDrawnFrom("4", 4, 4, 4));
    assertThrows(AssertionError.class, () -> Fit.assertDrawnFrom("4"));
  }
}
