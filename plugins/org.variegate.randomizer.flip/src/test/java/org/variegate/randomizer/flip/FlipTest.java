package org.variegate.randomizer.flip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.space.Resampler;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.raster.LatticeResampler;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class FlipTest implements RandomizerContract {
  private static final Legend SIDES =
      new Legend(
          List.of(
              Label.plain(0),
              new Label(3, "left", "side", 4, 30),
              new Label(4, "right", "side", 3, 40),
              new Label(5, "middle", "middle", 5, 50)));

  private static Flip flip(Object... options) {
    return new Flip(Options.of(Flip.Config.class, options));
  }

  @Override
  public Randomizer stage() {
    return flip("probability", 0.8);
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "probability=1.5", () -> flip("probability", 1.5),
        "direction=left", () -> flip("direction", "left"));
  }

  private static Sample sample(Resampler resampler, Grid grid, int... places) {
    byte[] bytes = new byte[places.length];
    float[] values = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      bytes[i] = (byte) places[i];
      values[i] = i;
    }
    Sample sample = new Sample(0, resampler, HeapArena.zeroed());
    sample.put(Part.LABELS, LabelMap.of(grid, SIDES, bytes));
    sample.put(Part.IMAGE, new Raster(grid, 1, "1", values));
    return sample;
  }

  private static void run(Flip flip, Sample sample, long index) {
    flip.randomize(sample, new SampleDraws(3, index, new DrawRecord(), Overrides.NONE));
  }

  private static int[] ids(LabelMap labels) {
    int[] ids = new int[labels.grid().size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = labels.legend().labels().get(labels.place(i)).id();
    }
    return ids;
  }

  @Test
  void leftStaysLeft() {
    Sample sample = sample(new LatticeResampler(), Grid.centred(5, 1, 1, 1), 0, 1, 3, 2, 2);
    run(flip("probability", 1.0), sample, 0);
    LabelMap labels = sample.get(Part.LABELS);
    assertArrayEquals(new int[] {3, 3, 5, 4, 0}, ids(labels));
    assertArrayEquals(new float[] {4, 3, 2, 1, 0}, sample.get(Part.IMAGE).values());
    assertEquals(SIDES.tissues(), labels.legend().tissues());
    assertEquals(30, labels.legend().labels().get(labels.place(0)).target());
  }

  @Test
  void otherDirectionsKeepTheSides() {
    Grid grid = Grid.centred(2, 2, 1, 1);
    Sample sample = sample(new LatticeResampler(), grid, 1, 2, 3, 0);
    run(flip("probability", 1.0, "direction", "front-back"), sample, 0);
    assertArrayEquals(new int[] {5, 0, 3, 4}, ids(sample.get(Part.LABELS)));
  }

  @Test
  void axesAreThoseOfTheWorld() {
    Grid turned = new Grid(2, 3, 1, Affine.of(0, 2, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0));
    Sample sample = sample(new LatticeResampler(), turned, 1, 1, 0, 0, 2, 3);
    run(flip("probability", 1.0), sample, 0);
    assertArrayEquals(new int[] {3, 5, 0, 0, 4, 4}, ids(sample.get(Part.LABELS)));
  }

  @Test
  void nothingIsMovedBeforeItIsAskedFor() {
    Resampler never =
        (map, arena) -> {
          throw new AssertionError("moved too early");
        };
    Sample sample = sample(never, Grid.centred(3, 1, 1, 1), 1, 3, 2);
    sample.move(Affine.translation(1, 0, 0));
    run(flip("probability", 1.0), sample, 0);
  }

  @Test
  void flippingComesAfterWhatWasNotedBefore() {
    Sample sample = sample(new LatticeResampler(), Grid.centred(3, 1, 1, 1), 1, 3, 2);
    sample.move(Affine.translation(1, 0, 0));
    run(flip("probability", 1.0), sample, 0);
    assertArrayEquals(new int[] {0, 3, 5}, ids(sample.get(Part.LABELS)));
  }

  /** Within 4.9 standard deviations: fails falsely once in 1e6. */
  @Test
  void halfOfTheSamplesAreFlipped() {
    int flipped = 0;
    for (int i = 0; i < 4000; i++) {
      Sample sample = sample(new LatticeResampler(), Grid.centred(3, 1, 1, 1), 1, 3, 2);
      LabelMap before = sample.get(Part.LABELS);
      run(flip(), sample, i);
      flipped += sample.get(Part.LABELS) == before ? 0 : 1;
    }
    assertEquals(2000, flipped, 4.9 * Math.sqrt(1000));
    Sample kept = sample(new LatticeResampler(), Grid.centred(1, 1, 1, 1), 1);
    LabelMap before = kept.get(Part.LABELS);
    run(flip("probability", 0.0), kept, 0);
    assertSame(before, kept.get(Part.LABELS));
  }
}
