package org.variegate.randomizer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
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

class SliceTest implements RandomizerContract {
  /** Its first axis runs to the left, the second down, the third to the front. */
  private static final Grid LIA =
      new Grid(7, 6, 5, Affine.of(-1.5, 0, 0, 3, 0, 0, 2, 1, 0, -1, 0, 2));

  private static Slice slice(Object... options) {
    return new Slice(Options.of(Slice.Config.class, options));
  }

  private static Slice at(String position, String plane) {
    return slice("position", position, "planes", new String[] {plane});
  }

  @Override
  public Randomizer stage() {
    return slice("planes", new String[] {"axial", "coronal", "sagittal"}, "thickness", 2);
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "planes=[]", () -> slice("planes", new String[0]),
        "planes=[oblique]", () -> slice("planes", new String[] {"oblique"}),
        "planes=[axial, axial]", () -> slice("planes", new String[] {"axial", "axial"}),
        "position=2", () -> slice("position", "2"),
        "thickness=0", () -> slice("thickness", 0));
  }

  /** Each voxel holds 100 x + 10 y + z of its place. */
  private static Sample volume(Grid grid) {
    float[] values = new float[grid.size()];
    for (int i = 0; i < values.length; i++) {
      int x = i % grid.nx();
      int y = i / grid.nx() % grid.ny();
      values[i] = 100 * x + 10 * y + i / grid.nx() / grid.ny();
    }
    Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed());
    sample.put(Part.IMAGE, new Raster(grid, 1, "1", values));
    return sample;
  }

  private static Raster seen(Sample sample, Slice slice) {
    return seen(sample, slice, 0, new DrawRecord());
  }

  private static Raster seen(Sample sample, Slice slice, int seed, DrawRecord record) {
    slice.randomize(sample, new SampleDraws(seed, 0, record, Overrides.NONE).child("slice"));
    return sample.get(Part.IMAGE);
  }

  private static void assertShows(Raster image, int nx, int ny, String formula, int fixed) {
    assertEquals(nx, image.grid().nx());
    assertEquals(ny, image.grid().ny());
    assertEquals(1, image.grid().nz());
    for (int i = 0; i < nx * ny; i++) {
      int a = i % nx;
      int b = i / nx;
      int expected =
          switch (formula) {
            case "yz" -> 100 * fixed + 10 * a + b;
            case "xz" -> 100 * a + 10 * fixed + b;
            default -> 100 * a + 10 * b + fixed;
          };
      assertEquals(expected, image.values()[i], 1e-3, "pixel " + i);
    }
  }

  @Test
  void planesAreThoseOfTheSubject() {
    assertShows(seen(volume(LIA), at("0", "sagittal")), 6, 5, "yz", 0);
    assertShows(seen(volume(LIA), at("1", "axial")), 7, 5, "xz", 5);
    assertShows(seen(volume(LIA), at("0.5", "coronal")), 7, 6, "xy", 2);
    Grid ras = Grid.centred(4, 5, 6, 1);
    assertShows(seen(volume(ras), at("0.99", "axial")), 4, 5, "xy", 5);
  }

  @Test
  void voxelsStayWhereTheyAreInTheWorld() {
    Raster image = seen(volume(LIA), at("1", "axial"));
    double[] point = {2, 3, 0};
    image.grid().toWorld().apply(point, 1);
    double[] same = {2, 5, 3};
    LIA.toWorld().apply(same, 1);
    for (int c = 0; c < 3; c++) {
      assertEquals(same[c], point[c], 1e-12);
    }
    assertEquals(2, image.grid().spacing(1), 1e-12);
  }

  @Test
  void slabsHaveNeighbouringSlices() {
    Raster image =
        seen(
            volume(LIA),
            slice("position", "0.5", "planes", new String[] {"sagittal"}, "thickness", 3));
    assertEquals(3, image.grid().nz());
    assertEquals(200, image.values()[0], 1e-3);
    assertEquals(300, image.values()[30], 1e-3);
    assertEquals(400, image.values()[60], 1e-3);
  }

  @Test
  void allPlacesAndPlanesComeUp() {
    Map<String, Integer> counts = new HashMap<>();
    for (int seed = 0; seed < 600; seed++) {
      DrawRecord record = new DrawRecord();
      Slice any = slice("planes", new String[] {"axial", "coronal"}, "position", "uniform(0, 1)");
      Raster image = seen(volume(LIA), any, seed, record);
      counts.merge(record.values().get("slice.plane") + " " + image.values()[0], 1, Integer::sum);
    }
    assertEquals(6 + 5, counts.size(), counts.toString());
    assertTrue(counts.values().stream().allMatch(n -> n > 20 && n < 110), counts.toString());
  }

  @Test
  void aPlaceSetByHandIsChecked() {
    Overrides wrong = new Overrides(Map.of("slice.position", "3"));
    var draws = new SampleDraws(1, 0, new DrawRecord(), wrong).child("slice");
    Sample sample = volume(LIA);
    var error =
        assertThrows(IllegalArgumentException.class, () -> slice().randomize(sample, draws));
    assertTrue(error.getMessage().startsWith("position: "), error.getMessage());
  }
}
