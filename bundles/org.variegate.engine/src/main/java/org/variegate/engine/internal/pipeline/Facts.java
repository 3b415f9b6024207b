package org.variegate.engine.internal.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.variegate.api.Sink;
import org.variegate.api.Stage;
import org.variegate.engine.recipe.RecipeException;

/** What the stages of a pipeline tell of the dataset. */
public final class Facts {
  private final Map<String, Object> told = new TreeMap<>();
  private final Map<String, String> by = new LinkedHashMap<>();

  /** Whether sources have passes of different lengths. */
  private boolean passes;

  private Facts() {}

  /**
   * Collects them, and asks the sink whether it can do with them.
   *
   * @param layout of the pipeline
   * @param snapshot complete
   * @return by name, to be read only
   * @throws RecipeException if two stages contradict each other, or the sink refuses
   */
  public static Map<String, Object> of(Layout layout, Snapshot snapshot) throws RecipeException {
    Facts facts = new Facts();
    for (Slot slot : layout.slots()) {
      facts.add(slot, snapshot.stage(slot.number(), Stage.class).facts());
    }
    if (facts.passes) {
      facts.told.remove(Stage.PASS);
    }
    Map<String, Object> all = Collections.unmodifiableMap(facts.told);
    if (layout.sink() >= 0) {
      check(layout.slots().get(layout.sink()), snapshot.stage(layout.sink(), Sink.class), all);
    }
    return all;
  }

  private void add(Slot slot, Map<String, Object> facts) throws RecipeException {
    for (Map.Entry<String, Object> fact : new TreeMap<>(facts).entrySet()) {
      Object before = told.putIfAbsent(fact.getKey(), fact.getValue());
      String who = by.putIfAbsent(fact.getKey(), slot.path());
      boolean differ = before != null && !before.equals(fact.getValue());
      if (differ && fact.getKey().equals(Stage.PASS)) {
        passes = true;
      } else if (differ) {
        throw new RecipeException(
            slot.node().position(),
            slot.path()
                + ": "
                + fact.getKey()
                + ": needs "
                + before
                + " as of "
                + who
                + ", got "
                + fact.getValue());
      }
    }
  }

  private static void check(Slot slot, Sink sink, Map<String, Object> facts)
      throws RecipeException {
    try {
      sink.check(facts);
    } catch (IllegalArgumentException e) {
      throw new RecipeException(slot.node().position(), slot.path() + ": " + e.getMessage());
    }
  }
}
