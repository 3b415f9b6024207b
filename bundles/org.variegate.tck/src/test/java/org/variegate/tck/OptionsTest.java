package org.variegate.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OptionsTest {

  @interface Config {
    String text() default "standard";

    double[] numbers() default {1, 2};

    int needed();
  }

  @Test
  void defaultsStand() {
    Config config = Options.of(Config.class);
    assertEquals("standard", config.text());
    assertArrayEquals(new double[] {1, 2}, config.numbers());
  }

  @Test
  void givenValuesWin() {
    Config config = Options.of(Config.class, "needed", 3, "numbers", new double[] {5});
    assertEquals(3, config.needed());
    assertArrayEquals(new double[] {5}, config.numbers());
  }

  @Test
  void whatIsNeededAndNotGiven() {
    var error = assertThrows(IllegalStateException.class, () -> Options.of(Config.class).needed());
    assertEquals("needed: needs a value, has no default", error.getMessage());
  }

  @Test
  void mistakes() {
    refused("needs: no such option, did you mean 'needed'?", "needs", 1);
    refused("needed: needs a value of type int, got Double", "needed", 1.0);
  }

  private static void refused(String message, String key, Object value) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> Options.of(Config.class, key, value));
    assertEquals(message, error.getMessage());
  }
}
