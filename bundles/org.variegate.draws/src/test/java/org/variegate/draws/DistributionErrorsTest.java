package org.variegate.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no distribution is refused in one line that says what is needed. */
class DistributionErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | x: needs a number or a distribution such as uniform(0, 1), got ''",
        "1, 2 | x: needs one distribution, got '1, 2'",
        "1.2.3 | x: needs a number or a distribution such as uniform(0, 1), got '1.2.3'",
        "1e999 | x: needs finite numbers, got '1e999'",
        "NaN | x: no distribution is called 'NaN', valid: beta, choice, constant, integer,"
            + " lognormal, loguniform, mixture, normal, truncated, uniform",
        "unifrom(0, 1) | x: no distribution is called 'unifrom', did you mean 'uniform'?",
        "uniform 0, 1 | x: needs '(' at character 9, got 'uniform 0, 1'",
        "uniform(0, 1 | x: needs ')' at character 13, got 'uniform(0, 1'",
        "uniform(0) | x: uniform needs 2 numbers, got 'uniform(0)'",
        "uniform(2, 1) | x: uniform(a, b) needs a <= b, got 'uniform(2, 1)'",
        "normal(0, -1) | x: normal(m, s) needs a standard deviation s >= 0, got 'normal(0, -1)'",
        "normal(0, NaN) | x: needs a number or a distribution such as uniform(0, 1),"
            + " got 'normal(0, NaN)'",
        "lognormal(0, -1) | x: lognormal(m, s) needs a standard deviation s >= 0,"
            + " got 'lognormal(0, -1)'",
        "loguniform(0, 1) | x: loguniform(a, b) needs 0 < a <= b, got 'loguniform(0, 1)'",
        "truncated(0, 1, 3, 2) | x: truncated(m, s, a, b) needs s >= 0 and a <= b,"
            + " got 'truncated(0, 1, 3, 2)'",
        "truncated(0, 1, 50, 60) | x: truncated(m, s, a, b) needs an interval that the normal"
            + " distribution reaches, got 'truncated(0, 1, 50, 60)'",
        "beta(0, 1) | x: beta(p, q) needs p > 0 and q > 0, got 'beta(0, 1)'",
        "beta(1, 1, 2, 1) | x: beta(p, q, a, b) needs a <= b, got 'beta(1, 1, 2, 1)'",
        "beta(1, 2, 3) | x: beta needs 4 numbers, got 'beta(1, 2, 3)'",
        "constant(1, 2) | x: constant needs 1 number, got 'constant(1, 2)'",
        "integer(0, 1.5) | x: integer(a, b) needs whole numbers a <= b, fewer than 1048576 of"
            + " them, got 'integer(0, 1.5)'",
        "integer(0, 1048576) | x: integer(a, b) needs whole numbers a <= b, fewer than 1048576 of"
            + " them, got 'integer(0, 1048576)'",
        "choice() | x: needs a number or a distribution such as uniform(0, 1), got 'choice()'",
        "mixture(-1: 2) | x: mixture needs weights of at least 0, got 'mixture(-1: 2)'",
        "mixture(0: 2) | x: mixture needs a weight above 0, got 'mixture(0: 2)'",
        "mixture(1, 2) | x: needs ':' at character 10, got 'mixture(1, 2)'"
      })
  void messagesSayWhatIsNeeded(String text, String message) {
    var error = assertThrows(IllegalArgumentException.class, () -> Distribution.parse("x", text));
    assertEquals(message, error.getMessage());
  }

  @Test
  void mixturesAreNotNestedForEver() {
    String text = "mixture(1: ".repeat(5000) + "1" + ")".repeat(5000);
    var error = assertThrows(IllegalArgumentException.class, () -> Distribution.parse("x", text));
    String typed = "mixture(1: ".repeat(11).substring(0, 120);
    assertEquals(
        "x: needs a mixture of at most 16 levels, got '" + typed + "...'", error.getMessage());
  }

  @Test
  void supportMustLieInTheRange() {
    bounds("needs values in [0, 1], got uniform(0, 2)", "uniform(0, 2)", 0, 1);
    bounds("needs values of at least 0, got normal(9, 1)", "normal(9, 1)", 0, 1 / 0.0);
    bounds("needs values of at most 0.5, got 0.6", "0.6", -1 / 0.0, 0.5);
    assertEquals("beta(2, 2)", Distribution.parse("x", "beta(2, 2)", 0, 1).toString());
  }

  @Test
  void positiveValuesAreAboveZero() {
    for (String text : new String[] {"1", "uniform(0, 1)", "lognormal(0, 1)", "beta(1, 1)"}) {
      assertEquals(text, Distribution.positive("x", text).toString());
    }
    for (String text :
        new String[] {"0", "-1", "uniform(-1, 1)", "normal(9, 1)", "mixture(1: 0, 9: 1)"}) {
      var error =
          assertThrows(IllegalArgumentException.class, () -> Distribution.positive("x", text));
      assertEquals("x: needs values above 0, got " + text, error.getMessage());
    }
  }

  private static void bounds(String message, String text, double lowest, double highest) {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> Distribution.parse("x", text, lowest, highest));
    assertEquals("x: " + message, error.getMessage());
  }
}
