package org.variegate.draws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
  private static final Distribution UNIT = Distribution.parse("u", "uniform(0, 1)");

  private final DrawRecord record = new DrawRecord();

  private Draws draws(String... assignments) {
    return new SampleDraws(1, 0, record, overrides(assignments));
  }

  private static Overrides overrides(String... assignments) {
    Map<String, String> values = new java.util.HashMap<>();
    for (String assignment : assignments) {
      values.put(assignment.split("=")[0], assignment.split("=", 2)[1]);
    }
    return new Overrides(values);
  }

  @Test
  void aScalarAndNothingElse() {
    Draws plain = new SampleDraws(1, 0, new DrawRecord(), Overrides.NONE).child("noise");
    Draws stage = draws("noise.sigma= 3.5e0 ").child("noise");
    assertEquals(3.5, stage.sample("sigma", UNIT));
    assertEquals(3.5, record.values().get("noise.sigma"));
    assertEquals(plain.sample("other", UNIT), stage.sample("other", UNIT));
  }

  @Test
  void anElement() {
    double[] drawn = draws().child("a").sample("x", UNIT, 3);
    double[] set = draws("b.x[1]=5").child("b").sample("x", UNIT, 3);
    assertEquals(5, set[1]);
    assertArrayEquals(set, (double[]) record.values().get("b.x"));
    double[] same =
        new SampleDraws(1, 0, new DrawRecord(), overrides("a.x[1]=5"))
            .child("a")
            .sample("x", UNIT, 3);
    assertArrayEquals(new double[] {drawn[0], 5, drawn[2]}, same);
  }

  @Test
  void aVector() {
    assertArrayEquals(new double[] {1, -2, 3}, draws("x=[1, -2, 3]").sample("x", UNIT, 3));
    assertArrayEquals(new double[] {1, 9}, draws("y=1, 2", "y[1]=9").sample("y", UNIT, 2));
    assertArrayEquals(new double[0], draws("z=[]").sample("z", UNIT, 0));
  }

  @Test
  void aChoice() {
    assertEquals("dog", draws("pet=dog").choose("pet", List.of("cat", "dog")));
    assertEquals(0.5, draws("size=0.5").choose("size", List.of(0.25, 0.5)));
    assertEquals(2, draws("index=2").index("index", 3));
    assertFalse(draws("flip=false").chance("flip", 1));
    assertEquals("dog", record.values().get("pet"));
    assertEquals(2, record.values().get("index"));
  }

  @Test
  void whatNobodyAskedForIsTold() {
    Overrides overrides = overrides("a.x=1", "a.y[7]=1", "noise=1", "a.z=[1, 2]", "a.z[0]=4");
    Draws stage = new SampleDraws(1, 0, record, overrides).child("a");
    stage.sample("x", UNIT);
    stage.sample("y", UNIT, 3);
    stage.sample("z", UNIT, 2);
    assertEquals(Set.of("a.y[7]", "noise"), overrides.unused());
    assertEquals(List.of(), overrides.refused());
  }

  @Test
  void theCallersMapMayChange() {
    Map<String, String> values = new java.util.HashMap<>(Map.of("x", "1"));
    Overrides overrides = new Overrides(values);
    values.clear();
    assertEquals(1, new SampleDraws(1, 0, record, overrides).sample("x", UNIT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x=lots | x: needs a number, got 'lots'",
        "x=NaN | x: needs a number, got 'NaN'",
        "x=Infinity | x: needs a number, got 'Infinity'",
        "x=1e999 | x: needs a number, got '1e999'",
        "x=0x1p3 | x: needs a number, got '0x1p3'",
        "x=[1] | x: needs a number, got '[1]'",
        "three=[1, 2] | three: needs 3 values such as [1, 2, 3], got '[1, 2]'",
        "three[2]=low | three[2]: needs a number, got 'low'",
        "happens=yes | happens: needs true or false, got 'yes'",
        "index=3 | index: needs an index from 0 to 2, got '3'",
        "index=0.5 | index: needs an index from 0 to 2, got '0.5'",
        "item=cow | item: needs one of [cat, dog], got 'cow'"
      })
  void mistakes(String assignment, String message) {
    Consumer<Draws> stage =
        draws -> {
          draws.sample("x", UNIT);
          draws.sample("three", UNIT, 3);
          draws.chance("happens", 0.5);
          draws.index("index", 3);
          draws.choose("item", List.of("cat", "dog"));
        };
    Overrides typed = overrides(assignment);
    Draws draws = new SampleDraws(1, 0, record, typed);
    var error = assertThrows(IllegalArgumentException.class, () -> stage.accept(draws));
    assertEquals(message, error.getMessage());
    assertEquals(List.of(message), typed.refused());
  }
}
