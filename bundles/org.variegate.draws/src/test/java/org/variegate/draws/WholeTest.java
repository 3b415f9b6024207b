package org.variegate.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WholeTest {
  private static final List<String> WHOLE =
      List.of("3", "integer(0, 4)", "choice(1, 4)", "mixture(3: 1, 1: 2)", "mixture(1: 1, 0: 1.5)");

  private static Draws draws(Overrides set) {
    return new SampleDraws(1, 2, new DrawRecord(), set);
  }

  @Test
  void drawsWhatTheDistributionDraws() {
    for (String text : WHOLE) {
      int drawn = Whole.parse("count", text, 0, 4).sample(draws(Overrides.NONE));
      double value = draws(Overrides.NONE).sample("count", Distribution.parse("count", text, 0, 4));
      assertEquals(value, drawn, text);
    }
  }

  @Test
  void refusesWhatMayLieBetweenWholeNumbers() {
    for (String text :
        List.of("2.5", "uniform(0, 4)", "choice(1, 1.5)", "mixture(3: 1, 1: beta(1, 1))")) {
      assertEquals(
          "count: needs whole numbers, such as integer(0, 4), got " + text,
          assertThrows(IllegalArgumentException.class, () -> Whole.parse("count", text, 0, 4))
              .getMessage());
    }
    String message =
        assertThrows(IllegalArgumentException.class, () -> Whole.parse("count", "5", 0, 4))
            .getMessage();
    assertTrue(message.startsWith("count: needs values in [0, 4]"), message);
  }

  @Test
  void refusesWhatIsSetByHandAndNotWhole() {
    Whole count = Whole.parse("count", "1", 0, 4);
    for (String set : List.of("1.5", "-1", "5")) {
      Overrides by = new Overrides(Map.of("count", set));
      assertThrows(IllegalArgumentException.class, () -> count.sample(draws(by)), set);
    }
  }
}
