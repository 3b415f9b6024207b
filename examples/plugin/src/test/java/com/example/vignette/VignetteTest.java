package com.example.vignette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

/** All rules of a randomizer, and what this one promises beyond them. */
class VignetteTest implements RandomizerContract {

  private static Vignette vignette(Object... options) {
    return new Vignette(Options.of(Vignette.Config.class, options));
  }

  @Override
  public Randomizer stage() {
    return vignette();
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "angle=-1", () -> vignette("angle", "-1"),
        "angle=90", () -> vignette("angle", "uniform(0, 90)"));
  }

  @Test
  void cornersHaveTheFourthPowerOfTheCosine() {
    float[] values = new float[5 * 3];
    Arrays.fill(values, 1);
    Raster image = new Raster(Grid.centred(5, 3, 1, 0.7), 1, "1", values);
    Sample sample = new Fixture("ones", s -> s.put(Part.IMAGE, image)).open();
    SampleDraws draws = new SampleDraws(1, 0, new DrawRecord(), Overrides.NONE);
    vignette("angle", "60").randomize(sample, draws);
    float[] darkened = sample.get(Part.IMAGE).values();
    assertEquals(1, darkened[7]);
    for (int corner : new int[] {0, 4, 10, 14}) {
      assertEquals(1 / 16.0, darkened[corner], 1e-6);
    }
  }
}
