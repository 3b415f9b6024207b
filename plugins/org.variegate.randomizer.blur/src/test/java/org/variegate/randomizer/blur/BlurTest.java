package org.variegate.randomizer.blur;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

class BlurTest implements RandomizerContract {

  private static Blur blur(String sigma) {
    return new Blur(Options.of(Blur.Config.class, "sigma", sigma));
  }

  @Override
  public Randomizer stage() {
    return blur("uniform(0, 3)");
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of("sigma=-1", () -> blur("uniform(-1, 1)"));
  }

  /** The variance along x, in mm^2, of what becomes of an impulse. */
  private static double variance(Grid grid, String sigma, Map<String, String> set) {
    float[] values = new float[grid.size()];
    int middle = grid.nx() / 2;
    values[middle + grid.nx() * (grid.ny() / 2 + grid.ny() * (grid.nz() / 2))] = 1;
    Sample sample =
        new Fixture("impulse", s -> s.put(Part.IMAGE, new Raster(grid, 1, "1", values))).open();
    SampleDraws draws = new SampleDraws(1, 0, new DrawRecord(), new Overrides(set));
    blur(sigma).randomize(sample, draws.child("blur"));
    double variance = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double distance = (i % grid.nx() - middle) * grid.spacing(0);
      variance += distance * distance * values[i];
      sum += values[i];
    }
    return variance / sum;
  }

  @Test
  void widthIsInMillimetresAtAnyResolution() {
    assertEquals(4, variance(Grid.centred(41, 9, 5, 1), "2", Map.of()), .05);
    assertEquals(4, variance(Grid.centred(21, 9, 5, 2), "2", Map.of()), .05);
    assertEquals(4, variance(Grid.centred(81, 9, 1, .5), "2", Map.of()), .05);
  }

  @Test
  void eachAxisHasItsOwnWidth() {
    Grid grid = Grid.centred(41, 9, 5, 1);
    assertEquals(9, variance(grid, "0", Map.of("blur.sigma[0]", "3")), .12);
    assertEquals(0, variance(grid, "0", Map.of("blur.sigma[1]", "3")), 1e-6);
  }

  @Test
  void noWidthChangesNothing() {
    Grid grid = Grid.centred(5, 4, 3, 1);
    float[] values = new float[grid.size()];
    values[7] = 1;
    Raster image = new Raster(grid, 1, "1", values.clone());
    Sample sample = new Fixture("impulse", s -> s.put(Part.IMAGE, image)).open();
    blur("0").randomize(sample, new SampleDraws(1, 0, new DrawRecord(), Overrides.NONE));
    assertArrayEquals(values, sample.get(Part.IMAGE).values());
  }
}
