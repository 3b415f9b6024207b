package org.variegate.randomizer.spacing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.raster.LatticeResampler;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class SpacingTest implements RandomizerContract {
  private static Spacing spacing(String mm) {
    return new Spacing(Options.of(Spacing.Config.class, "spacing", mm));
  }

  @Override
  public Randomizer stage() {
    return spacing("uniform(1.5, 3)");
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of("spacing=0", () -> spacing("0"), "spacing=200", () -> spacing("uniform(1, 200)"));
  }

  private static Raster run(Grid grid, float[] values, String mm) {
    Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed());
    sample.put(Part.IMAGE, new Raster(grid, 1, "1", values));
    spacing(mm).randomize(sample, new SampleDraws(3, 0, new DrawRecord(), Overrides.NONE));
    return sample.get(Part.IMAGE);
  }

  @Test
  void theFieldOfViewStays() {
    Grid grid = new Grid(20, 9, 1, Affine.scaling(1, 2, 3));
    Grid shown = run(grid, new float[180], "2").grid();
    assertEquals(new Grid(10, 9, 1, shown.toWorld()), shown);
    assertArrayEquals(grid.centre(), shown.centre(), 1e-12);
    assertEquals(2, shown.spacing(0), 1e-12);
    assertEquals(2, shown.spacing(1), 1e-12);
    assertEquals(3, shown.spacing(2), 1e-12);
  }

  @Test
  void aRampStaysARampAndFineLinesGo() {
    Grid grid = Grid.centred(30, 30, 30, 1);
    float[] ramp = new float[grid.size()];
    float[] lines = new float[grid.size()];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % 30;
      lines[i] = i % 2;
    }
    Raster coarse = run(grid, ramp, "3");
    double[] point = {5, 5, 5};
    coarse.grid().toWorld().apply(point, 1);
    int at = 5 + 10 * (5 + 10 * 5);
    assertEquals(point[0] + 14.5, coarse.values()[at], 1e-3);
    float[] left = run(grid, lines, "3").values();
    assertTrue(Math.abs(left[at] - 0.5) < 0.1, "got " + left[at]);
  }

  @Test
  void theSameSpacingChangesNothing() {
    Grid grid = new Grid(7, 6, 5, Affine.scaling(0.7, 0.7, 0.7));
    float[] values = new float[grid.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    Raster same = run(grid, values.clone(), "0.7");
    assertEquals(grid, same.grid());
    assertArrayEquals(values, same.values(), 1e-3f);
  }
}
