package org.variegate.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

class SliceTest {

  @Test
  void aPlaneIsShownFromLeftToRightAndTopToBottom() {
    Grid grid = Grid.centred(200, 180, 1, 1);
    List<Slice> slices = Slice.of(grid);
    assertEquals(1, slices.size());
    Slice slice = slices.get(0);
    assertEquals(200, slice.width());
    assertEquals(180, slice.height());
    assertEquals(200 * 179, slice.voxels()[0], "top left is front left");
    assertEquals(199, slice.voxels()[200 * 180 - 1], "bottom right is back right");
  }

  @Test
  void aVolumeIsShownAlongThreeAxesWhateverItsOwnAre() {
    Grid straight = Grid.centred(176, 180, 184, 1);
    // the same world, stored with x running to the left
    Grid mirrored =
        new Grid(
            176,
            180,
            184,
            straight.toWorld().after(Affine.of(-1, 0, 0, 175, 0, 1, 0, 0, 0, 0, 1, 0)));
    List<Slice> a = Slice.of(straight);
    List<Slice> b = Slice.of(mirrored);
    assertEquals(3, a.size());
    int first = a.get(0).voxels()[0];
    int same = b.get(0).voxels()[0];
    assertEquals(0, first % 176);
    assertEquals(175, same % 176);
    assertEquals(first / 176, same / 176);
    assertEquals(184, a.get(2).height(), "up is up");
  }

  /** Planes of a volume whose axes run to the right, to the front and up. */
  @Test
  void aPlaneIsShownWhicheverWayItStands() {
    Grid coronal = new Grid(200, 180, 1, Affine.of(1, 0, 0, 0, 0, 0, 1, 7, 0, 1, 0, 0));
    Slice slice = Slice.of(coronal).get(0);
    assertEquals(200, slice.width());
    assertEquals(180, slice.height());
    assertEquals(200 * 179, slice.voxels()[0], "top left is the left's upper end");
    Grid sagittal = new Grid(200, 180, 1, Affine.of(0, 0, 1, 7, 1, 0, 0, 0, 0, 1, 0, 0));
    slice = Slice.of(sagittal).get(0);
    assertEquals(200, slice.width());
    assertEquals(200 * 180 - 1, slice.voxels()[0], "top left is the front's upper end");
  }

  @Test
  void anisotropicVoxelsKeepTheirShape() {
    Grid grid = new Grid(200, 200, 20, Affine.scaling(1, 1, 5));
    Slice coronal = Slice.of(grid).get(1);
    assertEquals(200, coronal.width());
    assertEquals(100, coronal.height());
    long rows = Arrays.stream(coronal.voxels()).map(v -> v / 40_000).distinct().count();
    assertEquals(20, rows);
  }

  @Test
  void smallGridsAreEnlargedByWholeFactors() {
    Slice slice = Slice.of(Grid.centred(2, 2, 1, 3)).get(0);
    assertEquals(170, slice.width());
    int[] row = Arrays.copyOf(slice.voxels(), 170);
    assertArrayEquals(new int[] {2, 2}, new int[] {row[0], row[84]});
    assertArrayEquals(new int[] {3, 3}, new int[] {row[85], row[169]});
  }

  @Test
  void whatLiesOutsideIsMarked() {
    Grid oblique = new Grid(100, 100, 1, Affine.of(0.8, -0.6, 0, 0, 0.6, 0.8, 0, 0, 0, 0, 1, 0));
    int[] voxels = Slice.of(oblique).get(0).voxels();
    assertEquals(-1, voxels[0]);
    assertTrue(Arrays.stream(voxels).allMatch(v -> v >= -1 && v < 10_000));
  }
}
