package org.variegate.randomizer.gamma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

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

class GammaTest implements RandomizerContract {

  private static Gamma gamma(Object... options) {
    return new Gamma(Options.of(Gamma.Config.class, options));
  }

  @Override
  public Randomizer stage() {
    return gamma();
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "exponent=0", () -> gamma("exponent", "0"),
        "exponent=-1", () -> gamma("exponent", "normal(1, 1)"),
        "range=[1, 0]", () -> gamma("range", new double[] {1, 0}),
        "range=[0]", () -> gamma("range", new double[] {0}),
        "range=[0, NaN]", () -> gamma("range", new double[] {0, Double.NaN}));
  }

  private static DrawRecord randomize(Gamma stage, long index, float... values) {
    Raster image = new Raster(Grid.centred(values.length, 1, 1, 1), 1, "1", values);
    Sample sample = new Fixture("image", s -> s.put(Part.IMAGE, image)).open();
    DrawRecord record = new DrawRecord();
    stage.randomize(sample, new SampleDraws(1, index, record, Overrides.NONE).child("gamma"));
    image.values();
    return record;
  }

  @Test
  void isThePowerWithinTheTablesError() {
    for (double exponent : new double[] {0.15, 0.4, 0.9, 1, 1.7, 4, 9}) {
      Gamma stage = gamma("exponent", String.valueOf(exponent));
      float[] values = new float[100_001];
      for (int i = 0; i < values.length; i++) {
        values[i] = i / 100_000f;
      }
      float[] powers = values.clone();
      randomize(stage, 0, powers);
      for (int i = 0; i < values.length; i++) {
        assertEquals(StrictMath.pow(values[i], exponent), powers[i], 5e-4, "power of " + values[i]);
        assertTrue(i == 0 || powers[i] >= powers[i - 1], "falls at " + values[i]);
      }
      assertEquals(0, powers[0]);
      assertEquals(1, powers[100_000]);
    }
  }

  @Test
  void keepsTheEndsOfItsRangeAndClampsToThem() {
    Gamma stage = gamma("exponent", "2", "range", new double[] {-1000, 1000});
    float[] values = {-2000, -1000, 0, 1000, 5000};
    randomize(stage, 0, values);
    float[] expected = {-1000, -1000, -500, 1000, 1000};
    for (int i = 0; i < values.length; i++) {
      assertEquals(expected[i], values[i], 1);
    }
    float[] unit = {-0.5f, -0f, 0.25f, 1.5f};
    randomize(gamma("exponent", "0.5"), 0, unit);
    assertEquals(0, unit[0]);
    assertEquals(0, unit[1]);
    assertEquals(0.5, unit[2], 5e-4);
    assertEquals(1, unit[3]);
  }

  @Test
  void exponentsAreDrawnAsDeclared() {
    double[] drawn = new double[2000];
    Gamma stage = gamma();
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = (Double) randomize(stage, i, 0.5f).values().get("gamma.exponent");
    }
    assertDrawnFrom("lognormal(0, 0.5)", drawn);
  }
}
