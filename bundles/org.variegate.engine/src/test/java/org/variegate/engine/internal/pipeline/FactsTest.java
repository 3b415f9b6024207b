package org.variegate.engine.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.variegate.api.Members;
import org.variegate.api.Sample;
import org.variegate.api.Sink;
import org.variegate.api.Stage;
import org.variegate.engine.internal.provenance.BundleVersion;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.StageNode;

class FactsTest {
  private record Telling(Map<String, Object> facts) implements Stage {}

  /** Refuses whatever is too large. */
  private static final class Small implements Sink {
    @Override
    public void encode(Sample sample, Members members) {}

    @Override
    public void check(Map<String, Object> facts) {
      if (facts.get("size") instanceof Integer size && size > 9) {
        throw new IllegalArgumentException("size: needs at most 9, got " + size);
      }
    }
  }

  private static Map<String, Object> facts(Stage... stages) throws RecipeException {
    List<Slot> slots = new ArrayList<>();
    StageInstance[] instances = new StageInstance[stages.length];
    for (int i = 0; i < stages.length; i++) {
      Position position = new Position("test.yaml", i + 1, 1);
      slots.add(
          new Slot(
              i, "s" + i, new StageNode("s", "s", Map.of(), Map.of(), position, Map.of()), null));
      instances[i] = new StageInstance(stages[i], new BundleVersion("b", "1", "0".repeat(64)));
    }
    int sink = stages[stages.length - 1] instanceof Sink ? stages.length - 1 : -1;
    Layout layout = new Layout(null, sink, -1, slots, List.of());
    return Facts.of(layout, Snapshot.of(slots, instances, Map.of()));
  }

  private static Stage telling(String name, Object value) {
    return new Telling(Map.of(name, value));
  }

  @Test
  void whatStagesAgreeOnIsTold() throws RecipeException {
    assertEquals(
        Map.of("a", 1, "b", List.of("x")),
        facts(telling("a", 1), telling("b", List.of("x")), telling("a", 1), new Small()));
  }

  @Test
  void contradictionsAreRefusedWhereTheSecondStands() {
    RecipeException error =
        assertThrows(
            RecipeException.class, () -> facts(telling("class 1", "cat"), telling("class 1", "x")));
    assertEquals("test.yaml:2:1: s1: class 1: needs cat as of s0, got x", error.getMessage());
  }

  @Test
  void passesOfDifferentLengthsAreNone() throws RecipeException {
    assertEquals(Map.of("pass", 600), facts(telling("pass", 600), telling("pass", 600)));
    assertEquals(
        Map.of("a", 1),
        facts(telling("pass", 600), telling("a", 1), telling("pass", 3), telling("pass", 600)));
  }

  @Test
  void theSinkMayRefuse() throws RecipeException {
    assertEquals(Map.of("size", 9), facts(telling("size", 9), new Small()));
    RecipeException error =
        assertThrows(RecipeException.class, () -> facts(telling("size", 10), new Small()));
    assertEquals("test.yaml:2:1: s1: size: needs at most 9, got 10", error.getMessage());
  }
}
