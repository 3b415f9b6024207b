package org.variegate.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;

class GaussianBlurTest {
  private final HeapArena arena = new HeapArena();

  @ParameterizedTest
  @CsvSource({".3,.5,.8", "1,1.5,2", "2.5,0,.1"})
  void impulseSpreadsWithTheDeclaredDeviations(double sx, double sy, double sz) {
    Grid grid = new Grid(61, 51, 41, Affine.scaling(1, .8, 2));
    float[] values = new float[grid.size()];
    int[] middle = {30, 25, 20};
    values[30 + 61 * (25 + 51 * 20)] = 1;
    new GaussianBlur(grid, sx, sy, sz).apply(values, 0, arena);
    double[] variance = new double[3];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      int[] at = {i % 61, i / 61 % 51, i / 61 / 51};
      for (int axis = 0; axis < 3; axis++) {
        double d = (at[axis] - middle[axis]) * grid.spacing(axis);
        variance[axis] += d * d * values[i];
      }
      sum += values[i];
    }
    assertEquals(1, sum, 1e-5);
    double[] expected = {sx * sx, sy * sy, sz * sz};
    for (int axis = 0; axis < 3; axis++) {
      assertEquals(expected[axis], variance[axis], .015 * expected[axis] + 1e-6);
    }
  }

  @Test
  void constantsStayUpToTheBorder() {
    Grid grid = Grid.centred(9, 1, 4, 1);
    float[] values = new float[grid.size() + 5];
    Arrays.fill(values, 3);
    new GaussianBlur(grid, 2, 3, 10).apply(values, 5, arena);
    for (float value : values) {
      assertEquals(3, value, 1e-5f);
    }
  }

  @Test
  void equalsDirectConvolutionOnEveryAxis() {
    Grid grid = Grid.centred(7, 6, 5, 1);
    float[] half = DiscreteGaussian.half(1.3);
    for (int axis = 0; axis < 3; axis++) {
      double[] sigma = new double[3];
      sigma[axis] = 1.3;
      Raster image = Fixtures.image(grid, 2);
      float[] before = image.values().clone();
      new GaussianBlur(grid, sigma).apply(image, arena);
      for (int i = 0; i < image.values().length; i++) {
        assertEquals(direct(grid, before, i, axis, half), image.values()[i], 1e-5, "voxel " + i);
      }
    }
  }

  private static double direct(Grid grid, float[] values, int i, int axis, float[] half) {
    int stride = axis == 0 ? 1 : axis == 1 ? grid.nx() : grid.nx() * grid.ny();
    int at = i / stride % grid.length(axis);
    double sum = 0;
    for (int t = 1 - half.length; t < half.length; t++) {
      int clamped = Math.max(0, Math.min(grid.length(axis) - 1, at + t));
      sum += half[Math.abs(t)] * values[i + (clamped - at) * stride];
    }
    return sum;
  }

  @Test
  void twoBlursAddTheirVariances() {
    Grid grid = Grid.centred(64, 1, 1, 1);
    float[] twice = new float[64];
    twice[32] = 1;
    float[] once = twice.clone();
    new GaussianBlur(grid, 3, 0, 0).apply(twice, 0, arena);
    new GaussianBlur(grid, 4, 0, 0).apply(twice, 0, arena);
    new GaussianBlur(grid, 5, 0, 0).apply(once, 0, arena);
    assertArrayEquals(once, twice, 5e-4f);
  }

  @Test
  void refusesWhatIsNoWidth() {
    Grid grid = Grid.centred(4, 4, 4, 1);
    assertThrows(IllegalArgumentException.class, () -> new GaussianBlur(grid, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new GaussianBlur(grid, 1, Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new GaussianBlur(grid, 1, -1, 1));
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> new GaussianBlur(grid, 1, 1, 1e12));
    assertEquals("sigma: needs at most 1000 voxels, got 1.0E12", error.getMessage());
  }
}
