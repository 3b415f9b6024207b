package org.variegate.randomizer.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.util.Arrays;
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

class ScannerNoiseTest implements RandomizerContract {
  private static final Grid GRID = Grid.centred(100, 50, 40, 1);

  private static ScannerNoise noise(Object... options) {
    return new ScannerNoise(Options.of(ScannerNoise.Config.class, options));
  }

  private static ScannerNoise absolute(String law, double sigma, int coils) {
    return noise(
        "law", law, "sigma", String.valueOf(sigma), "relativeTo", "nothing", "coils", coils);
  }

  @Override
  public Randomizer stage() {
    return noise("law", "noncentral-chi");
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "law=poisson", () -> noise("law", "poisson"),
        "sigma=-1", () -> noise("sigma", "-1"),
        "relativeTo=mean", () -> noise("relativeTo", "mean"),
        "coils=0", () -> noise("coils", 0),
        "coils=65", () -> noise("coils", 65));
  }

  private static float[] noisy(ScannerNoise stage, Grid grid, long index, float... values) {
    Raster image = new Raster(grid, values.length / grid.size(), "1", values.clone());
    Sample sample = new Fixture("image", s -> s.put(Part.IMAGE, image)).open();
    stage.randomize(
        sample, new SampleDraws(8, index, new DrawRecord(), Overrides.NONE).child("noise"));
    return image.values();
  }

  private static float[] noisyConstant(ScannerNoise stage, float value) {
    float[] values = new float[GRID.size()];
    Arrays.fill(values, value);
    return noisy(stage, GRID, 0, values);
  }

  /** A^2 + sigma^2, and A^2 + 2 n sigma^2 of n coils, within 5 standard errors. */
  @Test
  void lawsHaveTheirSecondMoments() {
    assertSecondMoment(30 * 30 + 49, noisyConstant(absolute("gaussian", 7, 3), -30));
    assertSecondMoment(30 * 30 + 2 * 49, noisyConstant(absolute("rician", 7, 3), 30));
    assertSecondMoment(30 * 30 + 6 * 49, noisyConstant(absolute("noncentral-chi", 7, 3), 30));
  }

  /** The variance of the square is at most 4 sigma^2 A^2 + 4 n sigma^4. */
  private static void assertSecondMoment(double expected, float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    double variance = 4 * 49 * (30 * 30 + 3 * 49);
    assertEquals(expected, sum / values.length, 5 * Math.sqrt(variance / values.length));
  }

  @Test
  void sigmaIsRelativeToWhatItSays() {
    Grid grid = Grid.centred(4, 1, 1, 1);
    float[] image = {-10, 0, 20, 30};
    float[] one = noisy(absolute("gaussian", 1, 1), grid, 3, image);
    float[] range = noisy(noise("sigma", "0.5", "relativeTo", "range"), grid, 3, image);
    float[] maximum = noisy(noise("sigma", "0.5", "relativeTo", "maximum"), grid, 3, image);
    for (int i = 0; i < image.length; i++) {
      assertEquals(20 * (one[i] - image[i]), range[i] - image[i], 1e-3);
      assertEquals(15 * (one[i] - image[i]), maximum[i] - image[i], 1e-3);
    }
    float[] blank = noisy(noise("sigma", "0.5"), grid, 3, 7, 7, 7, 7);
    assertArrayEquals(new float[] {7, 7, 7, 7}, blank);
  }

  @Test
  void voxelsAndChannelsAreIndependent() {
    Grid grid = Grid.centred(100, 100, 1, 1);
    float[] values = noisy(absolute("gaussian", 1, 1), grid, 0, new float[20_000]);
    double bound = 5 / Math.sqrt(10_000);
    for (int lag : new int[] {1, 100, 10_000}) {
      double sum = 0;
      for (int i = 0; i < 10_000; i++) {
        sum += values[i] * values[(i + lag) % 20_000];
      }
      assertEquals(0, sum / 10_000, bound, "lag " + lag);
    }
  }

  @Test
  void sigmaIsDrawnAsDeclared() {
    double[] drawn = new double[2000];
    for (int i = 0; i < drawn.length; i++) {
      Raster image = new Raster(Grid.centred(1, 1, 1, 1), 1, "1", new float[1]);
      DrawRecord record = new DrawRecord();
      noise()
          .randomize(
              new Fixture("image", s -> s.put(Part.IMAGE, image)).open(),
              new SampleDraws(8, i, record, Overrides.NONE).child("noise"));
      drawn[i] = (Double) record.values().get("noise.sigma");
    }
    assertDrawnFrom("uniform(0, 0.05)", drawn);
    assertTrue(Arrays.stream(drawn).max().orElseThrow() <= 0.05);
  }
}
