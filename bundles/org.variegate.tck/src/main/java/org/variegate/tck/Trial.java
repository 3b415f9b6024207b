package org.variegate.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.variegate.api.Sample;
import org.variegate.api.Stage;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;

/** How one sample is made under test: all that may and all that may not matter to the result. */
final class Trial {
  static final String STAGE = "stage";

  private final Fixture fixture;
  private long seed = 1;
  private HeapArena arena = HeapArena.zeroed();
  private Overrides overrides = Overrides.NONE;
  private Consumer<Draws> others = draws -> {};
  private Consumer<Sample> check = sample -> {};

  /** What came of it: a hash for each part, and the stage's draws, arrays as lists. */
  record Outcome(Map<String, String> hashes, Map<String, Object> draws) {}

  private Trial(Fixture fixture) {
    this.fixture = fixture;
  }

  static Trial on(Fixture fixture) {
    return new Trial(fixture);
  }

  /** Trials of several seeds on each of these. */
  static List<Trial> all(List<Fixture> fixtures) {
    List<Trial> trials = new ArrayList<>();
    for (Fixture fixture : fixtures) {
      trials.add(on(fixture).seed(1));
      trials.add(on(fixture).seed(2));
    }
    return trials;
  }

  Trial seed(long value) {
    seed = value;
    return this;
  }

  Trial arena(HeapArena value) {
    arena = value;
    return this;
  }

  Trial overrides(Overrides value) {
    overrides = value;
    return this;
  }

  /** Draws that other stages make of the same sample before. */
  Trial others(Consumer<Draws> value) {
    others = value;
    return this;
  }

  /** Looks at the sample while its buffers are still lent to it. */
  Trial check(Consumer<Sample> value) {
    check = value;
    return this;
  }

  <S extends Stage> Outcome run(StageContract<S> contract, S stage) {
    DrawRecord record = new DrawRecord();
    Draws root = new SampleDraws(seed, 0, record, overrides);
    others.accept(root);
    Sample sample = fixture.open(0, arena);
    Map<String, String> hashes = new LinkedHashMap<>();
    contract.apply(stage, sample, root.child(STAGE)).forEach((k, v) -> hashes.put(k, hash(v)));
    hashes.putAll(Snapshot.of(sample));
    check.accept(sample);
    arena.close();
    return new Outcome(hashes, draws(record));
  }

  private static Map<String, Object> draws(DrawRecord record) {
    Map<String, Object> draws = new LinkedHashMap<>(record.values());
    draws.keySet().removeIf(name -> !name.startsWith(STAGE + "."));
    draws.replaceAll(
        (name, value) ->
            value instanceof double[] values ? Arrays.stream(values).boxed().toList() : value);
    return draws;
  }

  private static String hash(byte[] bytes) {
    return Snapshot.hash(bytes);
  }

  @Override
  public String toString() {
    return fixture + ", seed " + seed;
  }
}
