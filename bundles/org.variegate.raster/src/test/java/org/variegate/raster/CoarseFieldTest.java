package org.variegate.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Block;
import org.variegate.api.volume.Raster;

class CoarseFieldTest {

  /** The field by its definition: trilinear between nodes. */
  private static double direct(Grid grid, Grid nodes, float[] v, int i) {
    double[] p = {i % grid.nx(), i / grid.nx() % grid.ny(), i / grid.nx() / grid.ny()};
    grid.toWorld().apply(p, 1);
    nodes.toWorld().inverse().apply(p, 1);
    double sum = 0;
    for (int n = 0; n < v.length; n++) {
      int[] at = {n % nodes.nx(), n / nodes.nx() % nodes.ny(), n / nodes.nx() / nodes.ny()};
      double weight = 1;
      for (int axis = 0; axis < 3; axis++) {
        weight *= Math.max(0, 1 - Math.abs(p[axis] - at[axis]));
      }
      sum += weight * v[n];
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"37,21,13,1,7", "64,64,1,1,20", "5,9,1,2,1.5", "40,1,1,.5,100", "33,17,12,.7,3"})
  void equalsItsDefinition(int nx, int ny, int nz, double voxel, double spacing) {
    Grid grid = Grid.centred(nx, ny, nz, voxel);
    Grid nodes = ControlGrid.over(grid, spacing);
    float[] v = new float[nodes.size()];
    Fixtures.noise("bias").gaussian(v, 0, v.length, 0);
    CoarseField field = CoarseField.gaussian(grid, spacing, 1, Fixtures.noise("bias"));
    float[] ones = new float[grid.size()];
    Arrays.fill(ones, 1);
    Raster image = new Raster(grid, 1, "1", ones);
    image.change(field::multiplyExp);
    float[] filled = new float[grid.size()];
    Raster carrier = new Raster(grid, 1, "1", new float[grid.size()]);
    carrier.change((values, block) -> field.fill(block, filled, block.from()));
    carrier.values();
    for (int i = 0; i < grid.size(); i++) {
      double expected = direct(grid, nodes, v, i);
      assertEquals(expected, filled[i], 1e-5);
      assertEquals(1, image.values()[i] / StrictMath.exp(expected), 1e-5);
    }
  }

  @Test
  void nodesCoverTheFieldOfViewAtAnyResolution() {
    Grid fine = Grid.centred(160, 160, 160, 1);
    Grid coarse = Grid.centred(80, 80, 80, 2);
    Grid nodes = ControlGrid.over(fine, 25);
    assertEquals(8, nodes.nx());
    assertEquals(25, nodes.spacing(2), 1e-12);
    assertEquals(nodes.nx(), ControlGrid.over(coarse, 25).nx());
    double[] corner = {0, 0, 0};
    double[] same = {0, 0, 0};
    nodes.toWorld().apply(corner, 1);
    ControlGrid.over(coarse, 25).toWorld().apply(same, 1);
    assertArrayEquals(corner, same, 1e-9);
    assertArrayEquals(new double[] {-87.5, -87.5, -87.5}, corner, 1e-9);
  }

  @Test
  void blocksMayBeAskedForInAnyOrder() {
    Grid grid = Grid.centred(16, 12, 4, 1);
    CoarseField field = CoarseField.gaussian(grid, 5, 1, Fixtures.noise("bias"));
    float[] whole = new float[16 * 12];
    field.fill(new Block(grid, 0, 0, 2, 12), whole, 0);
    float[] rows = new float[16 * 12];
    for (int y = 11; y >= 0; y--) {
      field.fill(new Block(grid, 0, y, 2, 1), rows, 16 * y);
    }
    assertArrayEquals(whole, rows, 1e-6f);
  }

  @Test
  void refusesWrongNodes() {
    Grid grid = Grid.centred(8, 8, 8, 1);
    assertThrows(IllegalArgumentException.class, () -> new CoarseField(grid, 4, new float[7]));
    assertThrows(IllegalArgumentException.class, () -> ControlGrid.over(grid, Double.NaN));
  }

  @Test
  void bytesAreTheSameEverywhere() {
    Grid grid = Grid.centred(33, 29, 17, 1);
    Grid nodes = ControlGrid.over(grid, 9);
    CoarseField field = new CoarseField(grid, 9, Fixtures.image(nodes, 1).values());
    Raster image = Fixtures.image(grid, 1);
    image.change(field::multiplyExp);
    assertEquals("694bcd579be51655", Fixtures.hash(image.values()));
  }
}
