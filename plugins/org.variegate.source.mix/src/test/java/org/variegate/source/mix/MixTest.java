package org.variegate.source.mix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.draws.Distribution;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.tck.Fixtures;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.SourceContract;

class MixTest implements SourceContract {
  private static final Distribution VALUE = Distribution.parse("value", "uniform(0, 1)");

  /** Puts one voxel with a draw plus an offset. */
  private record Inner(double offset) implements Source {
    @Override
    public void open(Sample sample, Draws draws) {
      float value = (float) (draws.sample("value", VALUE) + offset);
      Grid voxel = Grid.centred(1, 1, 1, 1);
      sample.put(Part.IMAGE, new Raster(voxel, 1, "1", new float[] {value}));
    }
  }

  @Override
  public Mix stage() {
    return mix(3);
  }

  @Override
  public Map<String, Supplier<? extends Source>> refused() {
    return Map.of(
        "ratio=[1]", () -> mix(2, 1),
        "ratio=[1, -1]", () -> mix(2, 1, -1),
        "ratio=[0, 0]", () -> mix(2, 0, 0),
        "ratio=[1, Infinity]", () -> mix(2, 1, Double.POSITIVE_INFINITY));
  }

  private static Mix mix(int count, double... ratio) {
    List<Source> all = List.of(new Inner(0), new Inner(10), new Inner(20));
    return new Mix(all.subList(0, count), Options.of(Mix.Config.class, "ratio", ratio));
  }

  private static float open(Mix mix, long index, DrawRecord record, Overrides overrides) {
    Sample sample = Fixtures.empty().get(0).open(index, HeapArena.zeroed());
    mix.open(sample, new SampleDraws(1, index, record, overrides).child("mix"));
    return sample.get(Part.IMAGE).values()[0];
  }

  /** Binomial counts of 4,000, within 5 standard deviations: once in 10^6. */
  @Test
  void takesEachByItsRatio() {
    Mix mix = mix(3, 1, 0, 3);
    int[] counts = new int[3];
    for (int i = 0; i < 4000; i++) {
      counts[(int) open(mix, i, new DrawRecord(), Overrides.NONE) / 10]++;
    }
    assertEquals(1000, counts[0], 5 * Math.sqrt(4000 * 0.25 * 0.75));
    assertEquals(0, counts[1]);
    assertEquals(4000, counts[0] + counts[2]);
  }

  @Test
  void withoutRatioAllAreAlike() {
    int first = 0;
    for (int i = 0; i < 4000; i++) {
      first += open(mix(2), i, new DrawRecord(), Overrides.NONE) < 10 ? 1 : 0;
    }
    assertEquals(2000, first, 5 * Math.sqrt(4000 * 0.25));
  }

  @Test
  void drawsOfInnerPipelinesAreNamedByPlace() {
    DrawRecord record = new DrawRecord();
    open(mix(2, 0, 1), 3, record, Overrides.NONE);
    assertEquals(1.0, record.values().get("mix.source"));
    assertTrue(record.values().containsKey("mix.sources[1].value"), record.values().toString());
  }

  /** What an inner pipeline draws does not depend on how often it is taken. */
  @Test
  void anotherRatioChangesNoOtherDraw() {
    Overrides second = new Overrides(Map.of("mix.source", "1"));
    float rare = open(mix(2, 9, 1), 5, new DrawRecord(), second);
    assertEquals(rare, open(mix(2, 0, 1), 5, new DrawRecord(), Overrides.NONE));
    assertTrue(rare >= 10);
  }

  @Test
  void aPipelineThatIsNotThereFailsTheSample() {
    Overrides third = new Overrides(Map.of("mix.source", "2"));
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> open(mix(2), 0, new DrawRecord(), third));
    assertEquals("source: needs an index from 0 to 1, got 2.0", error.getMessage());
  }
}
