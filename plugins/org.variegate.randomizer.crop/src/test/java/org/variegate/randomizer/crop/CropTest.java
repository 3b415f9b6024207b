package org.variegate.randomizer.crop;

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

class CropTest implements RandomizerContract {
  private static final Grid GRID = new Grid(12, 10, 8, Affine.scaling(1, 1.5, 2));

  private static Crop crop(Object... options) {
    return new Crop(Options.of(Crop.Config.class, options));
  }

  @Override
  public Randomizer stage() {
    return crop("size", new int[] {9, 30, 4});
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "size=0", () -> crop("size", new int[] {0}),
        "size=[1, 2]", () -> crop("size", new int[] {1, 2}),
        "extent=-1", () -> crop("extent", new double[] {-1}),
        "extent=NaN", () -> crop("extent", new double[] {Double.NaN, 1, 1}),
        "position=2", () -> crop("position", "uniform(0, 2)"));
  }

  /** An image that holds each voxel's index plus one. */
  private static Sample numbered(Grid grid) {
    float[] values = new float[grid.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i + 1;
    }
    Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed());
    sample.put(Part.IMAGE, new Raster(grid, 1, "1", values));
    return sample;
  }

  private static Raster run(Crop crop, Grid grid, long index) {
    Sample sample = numbered(grid);
    crop.randomize(sample, new SampleDraws(3, index, new DrawRecord(), Overrides.NONE));
    return sample.get(Part.IMAGE);
  }

  @Test
  void windowShowsTheVoxelsThatWereThere() {
    Raster shown = run(crop("size", new int[] {4, 5, 3}, "position", "0.5"), GRID, 0);
    assertEquals(new Grid(4, 5, 3, shown.grid().toWorld()), shown.grid());
    assertEquals(1 + 4 + 12 * (3 + 10 * 3), shown.values()[0]);
    double[] first = {0, 0, 0};
    shown.grid().toWorld().apply(first, 1);
    assertArrayEquals(new double[] {4, 4.5, 6}, first, 1e-12);
  }

  /** Chi square over 9 places, 8 degrees of freedom; fails falsely with a chance of 1e-6. */
  @Test
  void everyAdmissiblePlaceIsEquallyLikely() {
    int[] counts = new int[9];
    Crop crop = crop("size", new int[] {4, 10, 8});
    for (int i = 0; i < 1800; i++) {
      counts[(int) run(crop, GRID, i).values()[0] - 1]++;
    }
    double chi2 = 0;
    for (int count : counts) {
      chi2 += (count - 200.0) * (count - 200.0) / 200;
    }
    assertTrue(chi2 < 42.7, "chi square " + chi2);
  }

  @Test
  void endsAreReached() {
    assertEquals(1, run(crop("size", new int[] {4}, "position", "0"), GRID, 0).values()[0]);
    float[] high = run(crop("size", new int[] {4}, "position", "1"), GRID, 0).values();
    assertEquals(GRID.size(), high[high.length - 1]);
  }

  @Test
  void largerWindowsArePadded() {
    Raster shown = run(crop("size", new int[] {14, 10, 8}, "position", "0.5"), GRID, 0);
    assertEquals(0, shown.values()[0]);
    assertEquals(1, shown.values()[1]);
    assertEquals(12, shown.values()[12]);
    assertEquals(0, shown.values()[13]);
  }

  @Test
  void millimetresMeanTheSameAtAnyResolution() {
    Crop crop = crop("extent", new double[] {6}, "position", "0.5");
    assertEquals(6, run(crop, GRID, 0).grid().nx());
    assertEquals(4, run(crop, GRID, 0).grid().ny());
    assertEquals(3, run(crop, GRID, 0).grid().nz());
    assertEquals(12, run(crop, Grid.centred(20, 20, 20, .5), 0).grid().nx());
  }

  @Test
  void planesStayPlanes() {
    Raster shown = run(crop("size", new int[] {4}), Grid.centred(9, 9, 1, 1), 0);
    assertEquals(16, shown.values().length);
  }
}
