package org.variegate.draws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleDrawsTest {
  private static final Distribution UNIT = Distribution.parse("u", "uniform(0, 1)");
  private static final int PAIRS = 20_000;

  private final DrawRecord record = new DrawRecord();
  private final Draws draws = new SampleDraws(5, 3, record, Overrides.NONE);

  private static Draws root(long seed, long sample) {
    return new SampleDraws(seed, sample, new DrawRecord(), Overrides.NONE);
  }

  private static double unit(long seed, long sample, String stage, String name) {
    return root(seed, sample).child(stage).sample(name, UNIT);
  }

  /** Pairs that differ in one thing alone are independent: false-failure rate 1e-5 for each. */
  @Test
  void streamsAreIndependent() {
    independent("seeds", i -> unit(i, 0, "a", "x"), i -> unit(i + 1, 0, "a", "x"));
    independent("high seeds", i -> unit(i, 0, "a", "x"), i -> unit(i | 1L << 63, 0, "a", "x"));
    independent("samples", i -> unit(1, i, "a", "x"), i -> unit(1, i + 1, "a", "x"));
    independent("seed for sample", i -> unit(i, 7, "a", "x"), i -> unit(7, i, "a", "x"));
    independent("stages", i -> unit(1, i, "a", "x"), i -> unit(1, i, "b", "x"));
    independent("names", i -> unit(1, i, "a", "x"), i -> unit(1, i, "a", "y"));
    independent("neighbours", i -> unit(1, 0, "a", "x" + i), i -> unit(1, 0, "a", "x" + (i + 1)));
    double[] many = root(1, 0).sample("x", UNIT, PAIRS + 1);
    independent("counters", i -> many[i], i -> many[i + 1]);
    independent("children", i -> child(i), i -> child(i + 1));
  }

  private static double child(int i) {
    return root(1, 0).child("part", i).sample("x", UNIT);
  }

  private static void independent(String what, IntToDoubleFunction a, IntToDoubleFunction b) {
    double[] first = new double[PAIRS];
    double[] second = new double[PAIRS];
    Arrays.setAll(first, a);
    Arrays.setAll(second, b);
    double p = Statistics.pairProbability(first, second);
    assertTrue(p > 1e-5, what + ": " + p);
  }

  /** No two of a million samples share a draw, as they would with seeds of 32 bits. */
  @Test
  void aMillionSamplesDiffer() {
    StreamKey key = StreamKey.of(1, 0, "stage.x");
    Set<Long> words = new HashSet<>();
    for (long sample = 0; sample < 1_000_000; sample++) {
      words.add(new Uniforms(new StreamKey(1, sample, key.high(), key.low()), 0).bits());
    }
    assertEquals(1_000_000, words.size());
  }

  @Test
  void orderDoesNotMatter() {
    Draws other = root(5, 3);
    double b = other.child("b").sample("x", UNIT);
    double a = other.child("a").sample("x", UNIT);
    assertEquals(a, draws.child("a").sample("x", UNIT));
    draws.child("c").sample("x", UNIT);
    assertEquals(b, draws.child("b").sample("x", UNIT));
  }

  @Test
  void aSmallerCountGivesTheFirst() {
    double[] five = root(5, 3).sample("x", UNIT, 5);
    assertArrayEquals(Arrays.copyOf(five, 2), draws.sample("x", UNIT, 2));
    assertEquals(five[0], root(5, 3).sample("x", UNIT));
    assertEquals(0, root(5, 3).sample("x", UNIT, 0).length);
    refused("x: needs a count of at least 0, got -1", () -> root(5, 3).sample("x", UNIT, -1));
  }

  @Test
  void theRecordTellsAllInOrder() {
    double z = draws.child("stage").sample("z", UNIT);
    double[] two = draws.child("stage").child("part", 2).sample("two", UNIT, 2);
    boolean happens = draws.chance("happens", 0.5);
    int index = draws.index("index", 9);
    String item = draws.choose("item", List.of("cat", "dog"));
    double number = draws.choose("number", List.of(0.1));
    draws.noise("speckle");
    assertEquals(
        List.of("stage.z", "stage.part[2].two", "happens", "index", "item", "number", "speckle"),
        List.copyOf(record.values().keySet()));
    assertEquals(z, record.values().get("stage.z"));
    assertArrayEquals(two, (double[]) record.values().get("stage.part[2].two"));
    assertEquals(happens, record.values().get("happens"));
    assertEquals(index, record.values().get("index"));
    assertEquals(item, record.values().get("item"));
    assertEquals(String.valueOf(number), record.values().get("number"));
    assertTrue(text("speckle").matches("field [0-9a-f]{32}"), text("speckle"));
  }

  private String text(String name) {
    return (String) record.values().get(name);
  }

  @Test
  void theRecordKeepsWhatWasDrawn() {
    double[] values = draws.sample("x", UNIT, 2);
    double first = values[0];
    values[0] = 99;
    assertEquals(first, ((double[]) record.values().get("x"))[0]);
    assertThrows(UnsupportedOperationException.class, () -> record.values().clear());
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    Distribution vast = Distribution.parse("x", "lognormal(800, 0)");
    refused("x: needs a finite number, got Infinity of " + vast, () -> draws.sample("x", vast));
    refused("y: needs a finite number, got Infinity of " + vast, () -> draws.sample("y", vast, 2));
  }

  @Test
  void aNameIsDrawnOnce() {
    draws.child("a").sample("x", UNIT);
    draws.child("b").sample("x", UNIT);
    var error = assertThrows(IllegalStateException.class, () -> draws.child("a").chance("x", 0.5));
    assertEquals(
        "a.x: drawn twice; draw several values at once, or from a child for each",
        error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1x", "a.b", "a b", "a[1]", "_a", "a_b", "\u00e4"})
  void namesAreOfLettersDigitsAndDashes(String name) {
    String message = "a." + name + ": a draw's name is a letter, then letters, digits and dashes";
    refused(message, () -> draws.child("a").sample(name, UNIT));
    refused(message, () -> draws.child("a").child(name));
  }

  @Test
  void chancesAreProbabilities() {
    refused("x: needs a probability in [0, 1], got 1.5", () -> draws.chance("x", 1.5));
    refused("x: needs a probability in [0, 1], got NaN", () -> draws.chance("x", Double.NaN));
    int happened = 0;
    for (int i = 0; i < PAIRS; i++) {
      assertTrue(draws.child("certain", i).chance("x", 1));
      assertTrue(!draws.child("never", i).chance("x", 0));
      happened += draws.child("often", i).chance("x", 0.8) ? 1 : 0;
    }
    // 5 standard deviations: false-failure rate 6e-7
    assertEquals(0.8 * PAIRS, happened, 5 * Math.sqrt(0.16 * PAIRS));
  }

  /** False-failure rate 1e-5. */
  @Test
  void indicesAreEquallyLikely() {
    double[] observed = new double[11];
    double[] expected = new double[11];
    Arrays.fill(expected, PAIRS / 11.0);
    for (int i = 0; i < PAIRS; i++) {
      observed[draws.child("part", i).index("x", 11)]++;
    }
    assertTrue(Statistics.chiSquareProbability(observed, expected) > 1e-5);
    assertTrue(draws.index("large", Integer.MAX_VALUE) >= 0);
    assertEquals(0, draws.index("one", 1));
    refused("none: needs at least one item to choose from", () -> draws.index("none", 0));
    refused("item: needs at least one item to choose from", () -> draws.choose("item", List.of()));
    refused("x: needs an index of at least 0, got -1", () -> draws.child("x", -1));
  }

  /** These bytes may never change: each would change every dataset made so far. */
  @Test
  void golden() {
    Draws stage = root(2021, 4711).child("stage");
    assertEquals(GOLDEN_UNIT, stage.sample("unit", UNIT));
    double[] normal = stage.sample("normal", Distribution.parse("x", "normal(0, 1)"), 3);
    assertArrayEquals(GOLDEN_NORMAL, normal);
    assertEquals(GOLDEN_BETA, stage.sample("beta", Distribution.parse("x", "beta(2, 0.5)")));
    assertEquals(GOLDEN_INDEX, stage.child("part", 3).index("index", 1000));
  }

  private static final double GOLDEN_UNIT = 0.8345289045979684;
  private static final double[] GOLDEN_NORMAL = {
    2.125520924899537, -0.3112419607293146, 1.7056999770890224
  };
  private static final double GOLDEN_BETA = 0.6780108137539094;
  private static final int GOLDEN_INDEX = 416;

  private static void refused(String message, org.junit.jupiter.api.function.Executable attempt) {
    var error = assertThrows(IllegalArgumentException.class, attempt);
    assertEquals(message, error.getMessage());
  }

  @Test
  void whatSamplesShareDependsOnItsIndexAlone() {
    double twelfth = root(7, 0).child("cat").shared("individual", 12).sample("ear", UNIT);
    assertEquals(twelfth, root(7, 99).child("cat").shared("individual", 12).sample("ear", UNIT));
    assertNotEquals(twelfth, root(7, 0).child("cat").shared("individual", 13).sample("ear", UNIT));
    assertNotEquals(twelfth, root(8, 0).child("cat").shared("individual", 12).sample("ear", UNIT));
    assertNotEquals(twelfth, root(7, 12).child("cat").child("individual", 12).sample("ear", UNIT));
  }
}
