package org.variegate.randomizer.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.math3.special.Gamma;
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

  /**
   * Mean and variance, at 5 standard errors: both fail falsely at most once in 1e6 other seeds. The
   * fourth moment of these laws is at most 3 variances squared.
   */
  private static void assertMoments(double mean, double variance, float[] values) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (value - mean) * (value - mean);
    }
    double n = values.length;
    assertEquals(mean, sum / n, 5 * Math.sqrt(variance / n));
    assertEquals(variance, squares / n, 5 * variance * Math.sqrt(2.5 / n));
  }

  @Test
  void gaussianNoiseHasItsMoments() {
    assertMoments(-30, 49, noisyConstant(absolute("gaussian", 7, 1), -30));
  }

  /** Rice 1945: mean sigma sqrt(pi / 2) L(-A^2 / (2 sigma^2)), second moment A^2 + 2 sigma^2. */
  @Test
  void ricianNoiseHasItsMoments() {
    for (double signal : new double[] {0, 3, 6, 20, 60}) {
      double sigma = 6;
      double x = signal * signal / (2 * sigma * sigma);
      double laguerre = (1 + x) * scaledBessel(0, x / 2) + x * scaledBessel(1, x / 2);
      double mean = sigma * Math.sqrt(Math.PI / 2) * laguerre;
      double second = signal * signal + 2 * sigma * sigma;
      float[] values = noisyConstant(absolute("rician", sigma, 1), (float) signal);
      assertMoments(mean, second - mean * mean, values);
    }
  }

  /** exp(-x) I(x), the modified Bessel function of the first kind, by its power series. */
  private static double scaledBessel(int order, double x) {
    double sum = 0;
    for (int k = 0; k < 300; k++) {
      double log =
          (2 * k + order) * Math.log(Math.max(x, 1e-300) / 2)
              - Gamma.logGamma(k + 1)
              - Gamma.logGamma(k + order + 1);
      sum += Math.exp(log - x);
    }
    return sum;
  }

  /**
   * Without signal: mean sigma sqrt 2 G(n + 1/2) / G(n), second moment 2 n sigma^2. With signal: of
   * the square, mean A^2 + 2 n sigma^2 and variance 4 sigma^2 A^2 + 4 n sigma^4.
   */
  @Test
  void chiNoiseHasItsMoments() {
    double sigma = 4;
    for (int coils : new int[] {1, 2, 8, 32}) {
      double mean =
          sigma * Math.sqrt(2) * Math.exp(Gamma.logGamma(coils + 0.5) - Gamma.logGamma(coils));
      double second = 2 * coils * sigma * sigma;
      float[] air = noisyConstant(absolute("noncentral-chi", sigma, coils), 0);
      assertMoments(mean, second - mean * mean, air);

      double signal = 15;
      float[] squares = noisyConstant(absolute("noncentral-chi", sigma, coils), (float) signal);
      for (int i = 0; i < squares.length; i++) {
        squares[i] *= squares[i];
      }
      double meanSquare = signal * signal + second;
      double variance = 4 * sigma * sigma * (signal * signal + coils * sigma * sigma);
      double error = Math.sqrt(variance / squares.length);
      double sum = 0;
      for (float square : squares) {
        sum += square;
      }
      assertEquals(meanSquare, sum / squares.length, 5 * error);
    }
  }

  @Test
  void oneCoilIsRician() {
    float[] rician = noisyConstant(absolute("rician", 5, 7), 9);
    assertArrayEquals(rician, noisyConstant(absolute("noncentral-chi", 5, 1), 9));
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
