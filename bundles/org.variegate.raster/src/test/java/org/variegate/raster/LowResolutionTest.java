package org.variegate.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.api.space.Grid;
import org.variegate.raster.SliceProfile.Shape;

class LowResolutionTest {
  private static final LowResolution.Acquisition NOTHING = (values, from, count) -> {};

  private final HeapArena arena = new HeapArena();

  private static SliceProfile[] profiles(Shape shape, double... widths) {
    return Arrays.stream(widths)
        .mapToObj(w -> new SliceProfile(shape, w))
        .toArray(SliceProfile[]::new);
  }

  private static LowResolution along(Grid grid, int axis, double spacing, SliceProfile profile) {
    double[] spacings = {1e-3, 1e-3, 1e-3};
    spacings[axis] = spacing;
    SliceProfile[] all = profiles(Shape.BOXCAR, 0, 0, 0);
    all[axis] = profile;
    return new LowResolution(grid, spacings, all);
  }

  /**
   * The variance of the point spread function: an impulse at every place in turn, seen by the low
   * samples alone, so that interpolation does not count.
   */
  @ParameterizedTest
  @CsvSource({"GAUSSIAN,3,2.25", "GAUSSIAN,6.4,4.8", "BOXCAR,4,4", "BOXCAR,5,3.5"})
  void profileIsAsWideAsDeclared(Shape shape, double spacing, double width) {
    Grid grid = Grid.centred(101, 1, 1, 1);
    LowResolution low = along(grid, 0, spacing, new SliceProfile(shape, width));
    int middle = low.grid().nx() / 2;
    double[] place = {middle, 0, 0};
    low.grid().toWorld().apply(place, 1);
    double sum = 0;
    double variance = 0;
    for (int i = 0; i < 101; i++) {
      float[] values = new float[101];
      values[i] = 1;
      float[] seen = new float[1];
      low.apply(values, 0, (v, from, count) -> seen[0] = v[from + middle], arena);
      double distance = i - 50 - place[0];
      sum += seen[0];
      variance += seen[0] * distance * distance;
    }
    // a boxcar seen at whole voxels: between w^2 / 12 and (w^2 + 2) / 12
    boolean gaussian = shape == Shape.GAUSSIAN;
    double expected = gaussian ? width * width : (width * width + 1) / 12;
    assertEquals(1, sum, 1e-5);
    assertEquals(expected, variance, gaussian ? .03 * expected : .084);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void everyAxisEqualsTheDefinition(int axis) {
    Grid grid = Grid.centred(23, 19, 21, .9);
    SliceProfile profile = new SliceProfile(Shape.GAUSSIAN, 2);
    float[] values = Fixtures.image(grid, 1).values();
    float[] expected = direct(grid, axis, 2.7, profile, values);
    float[] padded = new float[values.length + 3];
    System.arraycopy(values, 0, padded, 3, values.length);
    along(grid, axis, 2.7, profile).apply(padded, 3, NOTHING, arena);
    assertArrayEquals(expected, Arrays.copyOfRange(padded, 3, padded.length), 1e-5f);
  }

  private static float[] direct(
      Grid grid, int axis, double spacing, SliceProfile profile, float[] values) {
    LowAxis samples = new LowAxis(grid, axis, spacing, profile);
    int stride = axis == 0 ? 1 : axis == 1 ? grid.nx() : grid.nx() * grid.ny();
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      int at = i / stride % grid.length(axis);
      int j = samples.below(at);
      double a = mean(samples, j, values, i - at * stride, stride);
      double b =
          mean(samples, Math.min(j + 1, samples.count() - 1), values, i - at * stride, stride);
      out[i] = (float) (a + (b - a) * samples.beyond(at));
    }
    return out;
  }

  private static double mean(LowAxis samples, int j, float[] values, int line, int stride) {
    double sum = 0;
    for (int t = 0; t < samples.weights(j).length; t++) {
      sum += samples.weights(j)[t] * values[line + (samples.first(j) + t) * stride];
    }
    return sum;
  }

  @Test
  void rampsStayRampsAwayFromTheBorder() {
    Grid grid = Grid.centred(64, 1, 1, 1);
    float[] values = new float[64];
    for (int i = 0; i < 64; i++) {
      values[i] = i;
    }
    along(grid, 0, 3.3, new SliceProfile(Shape.GAUSSIAN, 2.5)).apply(values, 0, NOTHING, arena);
    for (int i = 12; i < 52; i++) {
      assertEquals(i, values[i], .02);
    }
  }

  @Test
  void constantsStayOnAllAxesAtOnce() {
    Grid grid = Grid.centred(17, 12, 9, 1);
    float[] values = new float[grid.size()];
    Arrays.fill(values, 5);
    LowResolution low =
        new LowResolution(grid, new double[] {2.3, 4, 100}, profiles(Shape.GAUSSIAN, 1.5, 3, 40));
    assertEquals(1, low.grid().nz());
    low.apply(values, 0, (v, from, count) -> assertEquals(low.grid().size(), count), arena);
    for (float value : values) {
      assertEquals(5, value, 1e-5);
    }
  }

  @Test
  void samplesAreCentredOnTheFieldOfView() {
    Grid grid = Grid.centred(160, 160, 160, 1);
    LowResolution low =
        new LowResolution(grid, new double[] {3, 1, 7.7}, profiles(Shape.BOXCAR, 3, 1, 5));
    assertArrayEquals(grid.centre(), low.grid().centre(), 1e-9);
    assertEquals(54, low.grid().nx());
    assertEquals(160, low.grid().ny());
    assertEquals(7.7, low.grid().spacing(2), 1e-9);
  }

  @Test
  void nativeResolutionOnlyAppliesTheProfile() {
    Grid grid = Grid.centred(9, 8, 7, 1);
    float[] values = Fixtures.image(grid, 1).values();
    float[] expected = values.clone();
    new GaussianBlur(grid, .5, .5, .5).apply(expected, 0, arena);
    new LowResolution(grid, new double[] {1, 1, 1}, profiles(Shape.GAUSSIAN, .5, .5, .5))
        .apply(values, 0, NOTHING, arena);
    assertArrayEquals(expected, values);
  }

  @Test
  void refusesWhatIsNoLength() {
    Grid grid = Grid.centred(9, 8, 7, 1);
    assertThrows(IllegalArgumentException.class, () -> new SliceProfile(Shape.BOXCAR, -1));
    SliceProfile[] vast = profiles(Shape.GAUSSIAN, 1e12, 1, 1);
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new LowResolution(grid, new double[] {1e12, 1, 1}, vast));
    assertEquals("width: needs at most 1000 voxels of 1.0 mm, got 1.0E12 mm", error.getMessage());
    SliceProfile[] one = profiles(Shape.BOXCAR, 1, 1, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new LowResolution(grid, new double[] {1, Double.NaN, 1}, one));
  }

  @Test
  void bytesAreTheSameEverywhere() {
    Grid grid = Grid.centred(33, 29, 17, 1);
    float[] values = Fixtures.image(grid, 1).values();
    new LowResolution(grid, new double[] {2.3, 1, 4}, profiles(Shape.GAUSSIAN, 1.5, .5, 3))
        .apply(values, 0, NOTHING, arena);
    assertEquals("0f55fa190e29cec8", Fixtures.hash(values));
  }
}
