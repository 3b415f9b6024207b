package org.variegate.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.Stage;
import org.variegate.api.volume.LabelMap;
import org.variegate.draws.Draws;

/**
 * The rules of every stage. Implement the contract of its kind, not this one.
 *
 * @param <S> the kind of stage
 */
public interface StageContract<S extends Stage> {

  /**
   * The stage under test, with its defaults, as far as it has them.
   *
   * @return a new instance at each call
   */
  S stage();

  /**
   * Applies a stage to a sample. The contracts of the kinds say how.
   *
   * @param stage to apply
   * @param sample with the parts it needs
   * @param draws the stage's
   * @return what it wrote: name to bytes; empty unless it is a sink
   */
  Map<String, byte[]> apply(S stage, Sample sample, Draws draws);

  /**
   * What the stage is tried on.
   *
   * @return by default, samples of many shapes with the parts it says it needs
   */
  default List<Fixture> samples() {
    return Fixtures.of(ComponentClass.of(stage().getClass()).strings("Plugin", "needs"));
  }

  /**
   * Configurations that the plugin refuses. The text says what is wrong, {@code key=value} or just
   * {@code key}; the error must begin with that key.
   *
   * @return text to the attempt to make such a stage; as many as the plugin has ways to be wrong
   */
  default Map<String, Supplier<? extends S>> refused() {
    return Map.of();
  }

  /** It is a factory component under one name, whose PID can stand in a file's name. */
  @Test
  default void isDeclaredAsPlugin() {
    ComponentRules.isPlugin(stage().getClass());
  }

  /** Each option says what it means, and each number its unit. */
  @Test
  default void describesItsOptions() {
    ComponentRules.describesOptions(stage().getClass());
  }

  /** What the test says is refused is refused, in words that name the key. */
  @Test
  default void refusesBadConfigurations() {
    refused().forEach(ComponentRules::isRefused);
  }

  /** A number that is none, and a distribution that is none, are refused. */
  @Test
  default void refusesWhatIsNoNumber() {
    ComponentRules.refusesNoNumbers(stage().getClass());
  }

  /** Two instances make the same bytes of the same draws. */
  @Test
  default void sameDrawsMakeSameBytes() {
    for (Fixture fixture : samples()) {
      Trial.Outcome first = Trial.on(fixture).run(this, stage());
      assertEquals(first, Trial.on(fixture).run(this, stage()), fixture.name());
    }
  }

  /** An instance used before does what a new one does, whatever it was used for. */
  @Test
  default void keepsNoState() {
    S used = stage();
    Trial.all(samples()).forEach(trial -> trial.run(this, used));
    List<Trial.Outcome> again = Trial.all(samples()).stream().map(t -> t.run(this, used)).toList();
    List<Trial> trials = Trial.all(samples());
    for (int i = trials.size() - 1; i >= 0; i--) {
      String name = trials.get(i).toString();
      Trial.Outcome repeated = Trial.all(samples()).get(i).run(this, used);
      assertEquals(again.get(i), repeated, name);
      assertEquals(trials.get(i).run(this, stage()), repeated, name);
    }
  }

  /** Eight threads that share an instance make what one thread makes. */
  @Test
  default void threadsDoNotMatter() throws InterruptedException {
    S shared = stage();
    List<Trial.Outcome> expected =
        Trial.all(samples()).stream().map(trial -> trial.run(this, shared)).toList();
    Crowd.of(8).run(thread -> compareAll(shared, expected, thread));
  }

  private void compareAll(S shared, List<Trial.Outcome> expected, int thread) {
    List<Trial> trials = Trial.all(samples());
    for (int i = 0; i < trials.size(); i++) {
      int at = (i + thread * 5) % trials.size();
      assertEquals(expected.get(at), trials.get(at).run(this, shared), trials.get(at).toString());
    }
  }

  /** What lent buffers hold, and what becomes of them after the sample, changes nothing. */
  @Test
  default void contentsOfBuffersDoNotMatter() {
    S used = stage();
    for (Fixture fixture : samples()) {
      Trial.Outcome clean = Trial.on(fixture).run(this, stage());
      for (float rubbish : new float[] {Float.NaN, 3e33f}) {
        HeapArena arena = HeapArena.poisoned(rubbish);
        Trial.Outcome poisoned = Trial.on(fixture).arena(arena).run(this, used);
        assertEquals(clean, poisoned, fixture + ", buffers full of " + rubbish);
      }
    }
  }

  /** The parts it gives are there, and no part that it neither found nor gives. */
  @Test
  default void givesWhatItDeclares() {
    ComponentClass component = ComponentClass.of(stage().getClass());
    boolean nests = ComponentRules.nests(stage().getClass());
    for (Fixture fixture : samples()) {
      List<String> before = names(fixture.open());
      Trial.on(fixture)
          .check(
              sample ->
                  SampleRules.gives(
                      fixture, component.strings("Plugin", "gives"), before, names(sample), nests))
          .run(this, stage());
    }
  }

  private static List<String> names(Sample sample) {
    return sample.parts().stream().map(Part::name).toList();
  }

  /** No NaN and no infinity in an image or an annotation, no label beyond its legend. */
  @Test
  default void leavesValuesThatMakeSense() {
    Trial.all(samples())
        .forEach(t -> t.check(s -> SampleRules.makesSense(t.toString(), s)).run(this, stage()));
  }

  /** The label map it was given, which others may share, is as it was. */
  @Test
  default void doesNotWriteToLabels() {
    for (Fixture fixture : samples()) {
      LabelMap[] given = new LabelMap[1];
      Fixture watched =
          new Fixture(
              fixture.name(),
              sample -> {
                fixture.contents().accept(sample);
                given[0] = sample.has(Part.LABELS) ? sample.get(Part.LABELS) : null;
              });
      LabelMap[] untouched = new LabelMap[1];
      Sample other = fixture.open();
      untouched[0] = other.has(Part.LABELS) ? other.get(Part.LABELS) : null;
      Trial.on(watched).run(this, stage());
      assertTrue(
          given[0] == null || Snapshot.hash(given[0]).equals(Snapshot.hash(untouched[0])),
          fixture + ": the stage wrote to the label map it was given");
    }
  }
}
