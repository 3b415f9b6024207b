package org.variegate.api.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final Legend LEGEND =
      new Legend(
          List.of(
              new Label(0, "air", "air", 0, 0),
              new Label(2, "left white", "white", 41, 2),
              new Label(41, "right white", "white", 2, 41),
              new Label(24, "fluid", "fluid", 24, 0),
              new Label(10, "left thalamus", "thalamus", 49, 7),
              new Label(49, "right thalamus", "thalamus", 10, 7)));

  @Test
  void whatIsToldIsUnderstood() {
    Map<String, Object> facts = Targets.facts(LEGEND);
    assertEquals(
        Map.of(0, "air", 2, "left white", 7, "thalamus", 41, "right white"), Targets.names(facts));
    assertEquals(41, Targets.partner(facts, 2));
    assertEquals(2, Targets.partner(facts, 41));
    assertEquals(7, Targets.partner(facts, 7));
    assertEquals(0, Targets.partner(facts, 0));
  }

  @Test
  void otherFactsAreNone() {
    assertTrue(Targets.names(Map.of("pass", 3, "categories: class 1", "cat")).isEmpty());
  }
}
