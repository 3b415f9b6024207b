package org.variegate.tck;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.volume.Raster;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;

/** Each rule finds the stage that breaks it. */
class BrokenStagesTest {
  private static final Distribution UNIT = Distribution.parse("value", "uniform(0, 1)");

  /** A contract over a randomizer written in place. */
  private record Of(Supplier<Randomizer> maker) implements RandomizerContract {

    @Override
    public Randomizer stage() {
      return maker.get();
    }

    @Override
    public List<Fixture> samples() {
      return List.of(Fixtures.head(), Fixtures.plane());
    }
  }

  private static void broken(
      Supplier<Randomizer> stage, String words, Consumer<RandomizerContract> rule) {
    AssertionError error =
        assertThrows(AssertionError.class, () -> rule.accept(new Of(stage)), "nothing found");
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }

  private static float[] image(Sample sample) {
    return sample.get(Part.IMAGE).values();
  }

  /** The clock's last 24 bits: as many as a float holds, so that each tick shows. */
  private static float clock() {
    return System.nanoTime() & 0xffffff;
  }

  @Test
  void aCounterIsState() {
    broken(() -> new Counting(), "seed", RandomizerContract::keepsNoState);
    broken(() -> new Counting(), "threads", BrokenStagesTest::threads);
  }

  private static void threads(RandomizerContract contract) {
    try {
      contract.threadsDoNotMatter();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Counting implements Randomizer {
    private final java.util.concurrent.atomic.AtomicInteger count =
        new java.util.concurrent.atomic.AtomicInteger();

    @Override
    public void randomize(Sample sample, Draws draws) {
      image(sample)[0] = count.incrementAndGet();
    }
  }

  @Test
  void aBufferKeptBetweenSamplesIsState() {
    broken(() -> new Keeping(), "head", RandomizerContract::contentsOfBuffersDoNotMatter);
  }

  private static final class Keeping implements Randomizer {
    private float[] kept;

    @Override
    public void randomize(Sample sample, Draws draws) {
      if (kept == null) {
        kept = sample.arena().floats(1);
        kept[0] = 1;
      }
      image(sample)[0] = kept[0];
    }
  }

  @Test
  void aClockIsNoDraw() {
    broken(
        () -> (sample, draws) -> image(sample)[0] = clock(),
        "head",
        RandomizerContract::sameDrawsMakeSameBytes);
  }

  @Test
  void contentsOfFreshBuffersAreUndefined() {
    broken(
        () -> (sample, draws) -> image(sample)[0] += sample.arena().floats(3)[1],
        "buffers",
        RandomizerContract::contentsOfBuffersDoNotMatter);
  }

  @Test
  void releasedBuffersBelongToOthers() {
    broken(
        () ->
            (sample, draws) -> {
              float[] values = sample.arena().floats(sample.grid().size());
              java.util.Arrays.fill(values, 1);
              sample.arena().release(values);
              sample.put(Part.IMAGE, new Raster(sample.grid(), 1, "1", values));
            },
        "buffers",
        RandomizerContract::contentsOfBuffersDoNotMatter);
  }

  @Test
  void anUndeclaredPart() {
    Part<String> note = new Part<>("NOTE", String.class);
    broken(
        () -> (sample, draws) -> sample.put(note, "here"),
        "gives NOTE and does not declare it",
        RandomizerContract::givesWhatItDeclares);
  }

  @Test
  void aPartThatIsNotGiven() {
    broken(() -> new Promising(), "declares to give", RandomizerContract::givesWhatItDeclares);
  }

  @Plugin(name = "promising", gives = "SCENE")
  private static final class Promising implements Randomizer {

    @Override
    public void randomize(Sample sample, Draws draws) {}
  }

  @Test
  void notANumber() {
    broken(
        () -> (sample, draws) -> image(sample)[7] = 0f / 0f,
        "value 7 is NaN",
        RandomizerContract::leavesValuesThatMakeSense);
    broken(
        () -> (sample, draws) -> sample.annotate("volume", Map.of("brain", 1 / 0.0)),
        "volume.brain",
        RandomizerContract::leavesValuesThatMakeSense);
  }

  @Test
  void aPlaceBeyondTheLegend() {
    broken(
        () -> (sample, draws) -> sample.get(Part.LABELS).bytes()[3] = 99,
        "holds place 99",
        RandomizerContract::leavesValuesThatMakeSense);
  }

  @Test
  void sharedLabelsWrittenTo() {
    broken(
        () -> (sample, draws) -> sample.get(Part.LABELS).bytes()[3] = 1,
        "wrote to the label map",
        RandomizerContract::doesNotWriteToLabels);
  }

  @Test
  void randomnessThatIsNotInTheRecord() {
    broken(
        () ->
            (sample, draws) -> {
              float[] hidden = new float[1];
              draws.noise("field").gaussian(hidden, 0, 1, 0);
              draws.sample("value", UNIT);
              image(sample)[0] = clock();
            },
        "head",
        RandomizerContract::sameDrawsMakeSameBytes);
    broken(
        () -> (sample, draws) -> image(sample)[0] = (float) firstWord(draws) + 1,
        "draws",
        RandomizerContract::drawsCanBeOverridden);
  }

  /** Draws a name that depends on the sample, so that its record tells nothing. */
  private static double firstWord(Draws draws) {
    float[] hidden = new float[1];
    draws.noise("field").uniform(hidden, 0, 1, 0);
    return draws.sample("value" + (int) (hidden[0] * 1e6), UNIT);
  }

  @Test
  void noAnnotations() {
    broken(() -> (sample, draws) -> {}, "has no @Plugin", RandomizerContract::isDeclaredAsPlugin);
    broken(() -> new Promising(), "has no @Component", RandomizerContract::isDeclaredAsPlugin);
  }
}
