package org.variegate.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbabilityTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 1})
  void isReturned(double value) {
    assertEquals(value, Probability.require("keep", value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
  void elseIsRefused(double value) {
    assertThrows(IllegalArgumentException.class, () -> Probability.require("keep", value));
  }

  @Test
  void theKeyAndTheRangeAreSaid() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> Probability.require("dark", 0.5, 0.4));
    assertEquals("dark: needs a probability in [0, 0.4], got 0.5", error.getMessage());
  }
}
