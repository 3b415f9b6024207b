package org.variegate.api.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class GridTest {
  private static final Affine OBLIQUE = Affine.of(0, -1.1, 0, 4, -.42, 0, -2.4, 8, .56, 0, -1.8, 1);

  @Test
  void aCentredGridsCentreIsTheOrigin() {
    for (int n = 1; n < 5; n++) {
      assertArrayEquals(new double[3], Grid.centred(n, 4, 7, 0.3).centre(), 1e-15);
    }
  }

  @Test
  void spacingsAreLengthsOfColumns() {
    Grid grid = new Grid(2, 3, 4, OBLIQUE);
    assertEquals(0.7, grid.spacing(0), 1e-15);
    assertEquals(1.1, grid.spacing(1), 1e-15);
    assertEquals(3, grid.spacing(2), 1e-15);
    assertEquals(24, grid.size());
    assertArrayEquals(
        new int[] {2, 3, 4}, new int[] {grid.length(0), grid.length(1), grid.length(2)});
    assertEquals("2 x 3 x 4 voxels of 0.7000 x 1.100 x 3.000 mm", grid.toString());
  }

  @Test
  void aCropLiesWhereItWas() {
    Grid grid = new Grid(5, 6, 7, OBLIQUE);
    Grid crop = grid.crop(1, -2, 3, 2, 2, 2);
    double[] inner = {0, 1, 1};
    double[] outer = {1, -1, 4};
    crop.toWorld().apply(inner, 1);
    grid.toWorld().apply(outer, 1);
    assertArrayEquals(outer, inner, 1e-14);
    assertEquals(grid, grid.crop(0, 0, 0, 5, 6, 7));
  }

  @Test
  void minusZeroIsZero() {
    Affine minus = Affine.of(1, -0.0, 0, -0.0, 0, 1, 0, 0, 0, 0, 1, 0);
    assertEquals(new Grid(1, 1, 1, Affine.IDENTITY), new Grid(1, 1, 1, minus));
    assertEquals(Affine.IDENTITY.hashCode(), minus.hashCode());
  }

  @Test
  void whatIsNoGrid() {
    refused("shape: needs at least one voxel along each axis, got 0 x 1 x 1", 0, 1, 1);
    refused("shape: needs at least one voxel along each axis, got 1 x 1 x -1", 1, 1, -1);
    refused("shape: needs fewer than 2^31 voxels, got 2048 x 1024 x 1024", 2048, 1024, 1024);
    refused("shape: needs fewer than 2^31 voxels, got 65536 x 65536 x 1", 65536, 65536, 1);
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> new Grid(1, 1, 1, Affine.scaling(1, 0, 1)));
    assertEquals("affine: needs an invertible matrix", error.getMessage().split(", got")[0]);
    assertThrows(
        IllegalArgumentException.class,
        () -> Affine.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> Grid.centred(1, 1, 1, 1).length(3));
  }

  private static void refused(String message, int nx, int ny, int nz) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> new Grid(nx, ny, nz, Affine.IDENTITY));
    assertEquals(message, error.getMessage());
  }
}
