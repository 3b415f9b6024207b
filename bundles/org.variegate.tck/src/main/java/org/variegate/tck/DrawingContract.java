package org.variegate.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.variegate.api.Stage;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;

/**
 * The rules of every stage that draws. Implement the contract of its kind, not this one.
 *
 * @param <S> the kind of stage
 */
public interface DrawingContract<S extends Stage> extends StageContract<S> {

  /** What other stages of the pipeline draw changes nothing. */
  @Test
  default void otherStagesDoNotMatter() {
    S stage = stage();
    for (Fixture fixture : samples()) {
      Trial.Outcome alone = Trial.on(fixture).run(this, stage);
      Trial.Outcome among = Trial.on(fixture).others(DrawingContract::others).run(this, stage);
      assertEquals(alone, among, fixture.name());
    }
  }

  private static void others(Draws root) {
    Draws other = root.child("other");
    other.sample("value", Distribution.parse("value", "uniform(0, 1)"), 3);
    other.noise("field").gaussian(new float[5], 0, 5, 0);
    other.child("part", 1).index("index", 9);
  }

  /** Every number that was drawn is one. */
  @Test
  default void drawsAreFinite() {
    for (Trial trial : Trial.all(samples())) {
      trial
          .run(this, stage())
          .draws()
          .forEach((name, value) -> assertTrue(finite(value), trial + ": " + name + "=" + value));
    }
  }

  private static boolean finite(Object value) {
    if (value instanceof List<?> values) {
      return values.stream().allMatch(DrawingContract::finite);
    }
    return !(value instanceof Double number) || Double.isFinite(number);
  }

  /**
   * Each recorded draw can be set. With all draws of another sample set, the stage records just
   * those, and makes what it made of that sample, unless a field, which is not set, took part.
   */
  @Test
  default void drawsCanBeOverridden() {
    S stage = stage();
    for (Fixture fixture : samples()) {
      Trial.Outcome other = Trial.on(fixture).seed(4711).run(this, stage);
      Map<String, String> typed = typed(other.draws());
      Overrides overrides = new Overrides(typed);
      Trial.Outcome set = Trial.on(fixture).overrides(overrides).run(this, stage);
      assertEquals(List.of(), List.copyOf(overrides.unused()), fixture + ": draws not made");
      assertEquals(typed, typed(set.draws()), fixture + ": draws recorded");
      if (typed.size() == other.draws().size()) {
        assertEquals(other.hashes(), set.hashes(), fixture + ": made of the same draws");
      }
    }
  }

  /** Draws as one types them; fields left out. */
  private static Map<String, String> typed(Map<String, Object> draws) {
    Map<String, String> typed = new HashMap<>();
    draws.forEach(
        (name, value) -> {
          if (!String.valueOf(value).startsWith("field ")) {
            typed.put(name, String.valueOf(value));
          }
        });
    return typed;
  }
}
