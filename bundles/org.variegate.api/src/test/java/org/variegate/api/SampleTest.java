package org.variegate.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.space.Resampler;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.space.Warp;
import org.variegate.api.volume.Contrast;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;

class SampleTest {
  private static final Grid GRID = Grid.centred(4, 3, 2, 1);
  private static final Grid SMALL = GRID.crop(1, 1, 0, 2, 2, 1);

  private final List<SpatialMap> prepared = new ArrayList<>();
  private final Resampler resampler =
      (map, arena) -> {
        prepared.add(map);
        return new Empty(map);
      };
  private final Sample sample = new Sample(7, resampler, null);

  /** Puts empty parts on the target grid. */
  private record Empty(SpatialMap map) implements Warp {

    @Override
    public LabelMap labels(LabelMap labels) {
      return LabelMap.of(map.target(), labels.legend(), new byte[map.target().size()]);
    }

    @Override
    public Raster image(Raster image) {
      return SampleTest.image(map.target());
    }
  }

  private static Raster image(Grid grid) {
    return new Raster(grid, 1, "1", new float[grid.size()]);
  }

  private static LabelMap labels(Grid grid) {
    return LabelMap.of(grid, new Legend(List.of(Label.plain(0))), new byte[grid.size()]);
  }

  @Test
  void spatialStagesComposeIntoOneWarpForAllParts() {
    sample.put(Part.LABELS, labels(GRID));
    sample.put(Part.IMAGE, image(GRID));
    sample.move(Affine.translation(1, 0, 0));
    sample.regrid(SMALL);
    sample.move(Affine.scaling(2, 2, 2));
    assertEquals(SMALL, sample.grid());
    assertTrue(prepared.isEmpty());
    assertEquals(SMALL, sample.get(Part.IMAGE).grid());
    assertEquals(SMALL, sample.get(Part.LABELS).grid());
    Affine once = Affine.of(2, 0, 0, 1, 0, 2, 0, 0, 0, 0, 2, 0);
    assertEquals(List.of(new SpatialMap(GRID, SMALL, List.of(once))), prepared);
    assertEquals(prepared.get(0), sample.map());
  }

  @Test
  void theMapTellsTheWholeWay() {
    sample.put(Part.IMAGE, image(GRID));
    sample.move(Affine.translation(1, 0, 0));
    sample.get(Part.IMAGE);
    sample.move(Affine.translation(0, 1, 0));
    sample.get(Part.IMAGE);
    assertEquals(2, prepared.size());
    assertEquals(List.of(Affine.translation(0, 1, 0)), prepared.get(1).transforms());
    assertEquals(List.of(Affine.translation(1, 1, 0)), sample.map().transforms());
  }

  @Test
  void aMoveThatChangesNothingWarpsNothing() {
    Raster image = image(GRID);
    sample.put(Part.IMAGE, image);
    sample.regrid(SMALL);
    sample.regrid(GRID);
    assertSame(image, sample.get(Part.IMAGE));
    assertTrue(prepared.isEmpty());
  }

  @Test
  void partsOutsideSpaceStay() {
    sample.put(Part.LABELS, labels(GRID));
    Legend legend = sample.get(Part.LABELS).legend();
    Contrast contrast =
        Contrast.of("1", legend, new float[legend.size()], new float[legend.size()]);
    sample.put(Part.CONTRAST, contrast);
    sample.move(Affine.translation(1, 0, 0));
    assertSame(contrast, sample.get(Part.CONTRAST));
    assertTrue(prepared.isEmpty());
    sample.get(Part.LABELS);
    assertSame(contrast, sample.get(Part.CONTRAST));
  }

  @Test
  void aPartIsPutWhereTheOthersAre() {
    sample.put(Part.LABELS, labels(GRID));
    sample.regrid(SMALL);
    sample.put(Part.IMAGE, image(SMALL));
    assertEquals(1, prepared.size());
    assertSame(sample.get(Part.IMAGE), sample.get(Part.IMAGE));
    var error =
        assertThrows(IllegalArgumentException.class, () -> sample.put(Part.IMAGE, image(GRID)));
    assertEquals(
        "IMAGE: needs the sample's grid 2 x 2 x 1 voxels of 1.000 x 1.000 x 1.000 mm,"
            + " got 4 x 3 x 2 voxels of 1.000 x 1.000 x 1.000 mm",
        error.getMessage());
  }

  @Test
  void whatVoxelsMeanChangesWhereTheyAre() {
    sample.put(Part.IMAGE, image(GRID));
    sample.move(Affine.translation(1, 0, 0));
    Raster other = image(GRID);
    sample.replace(Part.IMAGE, before -> other);
    assertTrue(prepared.isEmpty());
    assertThrows(
        IllegalArgumentException.class, () -> sample.replace(Part.IMAGE, before -> image(SMALL)));
    assertThrows(IllegalStateException.class, () -> sample.replace(Part.LABELS, before -> before));
    sample.get(Part.IMAGE);
    assertEquals(1, prepared.size());
  }

  @Test
  void whatIsNotThere() {
    assertFalse(sample.has(Part.IMAGE));
    assertEquals(
        "the sample has no IMAGE",
        assertThrows(IllegalStateException.class, () -> sample.get(Part.IMAGE)).getMessage());
    assertThrows(IllegalStateException.class, sample::grid);
    assertThrows(IllegalStateException.class, () -> sample.move(Affine.IDENTITY));
    assertEquals(Set.of(), sample.parts());
  }

  @Test
  void aSampleBesideHasASpaceOfItsOwn() {
    sample.put(Part.LABELS, labels(GRID));
    Sample view = sample.beside();
    assertEquals(Set.of(), view.parts());
    view.put(Part.LABELS, labels(SMALL));
    view.move(Affine.translation(1, 0, 0));
    assertEquals(7, view.index());
    assertEquals(SMALL, view.get(Part.LABELS).grid());
    assertTrue(sample.map().isIdentity());

    Part<Sample> moving = new Part<>("MOVING", Sample.class);
    sample.put(moving, view);
    sample.regrid(GRID.crop(0, 0, 0, 2, 2, 2));
    assertSame(view, sample.get(moving));
    assertEquals(SMALL, view.grid());
  }

  @Test
  void annotatedMapsAreSortedToo() {
    sample.annotate("volumes", Map.of("z", 1, "m", List.of(Map.of("q", 2, "c", 3)), "a", 4));
    assertEquals("{volumes={a=4, m=[{c=3, q=2}], z=1}}", sample.annotations().toString());
  }

  @Test
  void inputsOfASampleBesideAreTheSamplesToo() {
    Map<String, String> inputs = new TreeMap<>();
    Sample noted = new Sample(7, resampler, null, inputs::put);
    noted.input("a.nii", "0".repeat(64));
    noted.beside().input("b.nii", "1".repeat(64));
    assertEquals(Map.of("a.nii", "0".repeat(64), "b.nii", "1".repeat(64)), inputs);
    var error = assertThrows(IllegalArgumentException.class, () -> noted.input("c", "abc"));
    assertEquals("input c: needs 64 hexadecimal digits, got 'abc'", error.getMessage());
  }

  @Test
  void annotationsAreSorted() {
    sample.annotate("b", 2);
    sample.annotate("a", "first");
    assertEquals("{a=first, b=2}", sample.annotations().toString());
    assertThrows(UnsupportedOperationException.class, () -> sample.annotations().clear());
    assertThrows(UnsupportedOperationException.class, () -> sample.parts().clear());
    assertEquals(7, sample.index());
  }
}
