package org.variegate.randomizer.resolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

class ResolutionTest implements RandomizerContract {
  private static final Map<String, String> ALONG_X =
      Map.of("kept", "false", "every-axis", "false", "axis", "0");

  private static Resolution resolution(Object... options) {
    return new Resolution(Options.of(Resolution.Config.class, options));
  }

  @Override
  public Randomizer stage() {
    return resolution("noise", "uniform(0, 0.1)", "law", "noncentral-chi");
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    Map<String, Supplier<? extends Randomizer>> refused = new HashMap<>();
    refused.put("keep=2", () -> resolution("keep", 2.0));
    refused.put("everyAxis=-1", () -> resolution("everyAxis", -1.0));
    refused.put("slices=0", () -> resolution("slices", "0"));
    refused.put("voxels=-1", () -> resolution("voxels", "-1"));
    refused.put("thickness=1.5", () -> resolution("thickness", "1.5"));
    refused.put("sigma=-1", () -> resolution("sigma", "normal(0, 1)"));
    refused.put("profile=sinc", () -> resolution("profile", "sinc"));
    refused.put("noise=-1", () -> resolution("noise", "-1"));
    refused.put("law=poisson", () -> resolution("law", "poisson"));
    refused.put("coils=0", () -> resolution("coils", 0));
    return refused;
  }

  private record Run(float[] values, Map<String, Object> draws) {}

  private static Run run(
      Resolution stage, Grid grid, float[] values, long index, Map<String, String> set) {
    Raster image = new Raster(grid, 1, "1", values.clone());
    Sample sample = new Fixture("image", s -> s.put(Part.IMAGE, image)).open();
    DrawRecord record = new DrawRecord();
    stage.randomize(sample, new SampleDraws(5, index, record, new Overrides(set)));
    return new Run(image.values(), record.values());
  }

  /**
   * How wide an edge between 0 and 1 becomes: the root mean square distance of its derivative from
   * the true edge, in mm, over all places of the edge between two slices 6 mm apart.
   */
  private static double edge(Resolution stage, Grid grid) {
    int places = (int) (6 / grid.spacing(0));
    double square = 0;
    for (int place = 0; place < places; place++) {
      int first = grid.nx() / 2 + place;
      float[] step = new float[grid.size()];
      for (int i = 0; i < step.length; i++) {
        step[i] = i % grid.nx() < first ? 0 : 1;
      }
      float[] seen = run(stage, grid, step, 0, ALONG_X).values();
      for (int i = 1; i < grid.nx(); i++) {
        double x = (i - first) * grid.spacing(0);
        square += x * x * (seen[i] - seen[i - 1]) / places;
      }
    }
    return Math.sqrt(square);
  }

  /**
   * The variances of the profile and of linear interpolation, s^2 / 6, add up; edges that are
   * between whole voxels, and tails that are cut, leave a little play.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, .5, 2})
  void edgesAreAsWideInMillimetresAtAnyResolution(double voxel) {
    Grid grid = Grid.centred((int) (120 / voxel), 3, 2, voxel);
    double play = .04 + .04 * voxel * voxel;
    Resolution gaussian = resolution("slices", "6", "thickness", "1", "sigma", ".75");
    assertEquals(Math.sqrt(4.5 * 4.5 + 6), edge(gaussian, grid), play);
    Resolution boxcar = resolution("slices", "6", "thickness", "1", "profile", "boxcar");
    assertEquals(Math.sqrt(3 + 6), edge(boxcar, grid), play);
  }

  @Test
  void thinnerSlicesAreSharper() {
    Grid grid = Grid.centred(120, 3, 2, 1);
    double thick = edge(resolution("slices", "6", "thickness", "1"), grid);
    assertTrue(edge(resolution("slices", "6", "thickness", "0"), grid) < .8 * thick);
  }

  /** Frequencies within 4.9 standard deviations: each fails falsely once in 1e6. */
  @Test
  void modesAreAsFrequentAsSynthSegs() {
    Grid grid = Grid.centred(3, 3, 3, 1);
    int kept = 0;
    int every = 0;
    int[] axes = new int[3];
    int n = 10_000;
    for (int i = 0; i < n; i++) {
      Map<String, Object> draws = run(resolution(), grid, new float[27], i, Map.of()).draws();
      kept += (Boolean) draws.get("kept") ? 1 : 0;
      every += Boolean.TRUE.equals(draws.get("every-axis")) ? 1 : 0;
      if (draws.get("axis") instanceof Integer axis) {
        axes[axis]++;
      }
    }
    assertFrequency(.05, kept, n);
    assertFrequency(.095, every, n);
    assertFrequency(.285, axes[0], n);
    assertFrequency(.285, axes[1], n);
    assertFrequency(.285, axes[2], n);
  }

  private static void assertFrequency(double expected, int count, int n) {
    assertEquals(expected, (double) count / n, 4.9 * Math.sqrt(expected * (1 - expected) / n));
  }

  @Test
  void constantImagesStay() {
    Grid grid = Grid.centred(20, 18, 1, 1);
    float[] values = new float[grid.size()];
    Arrays.fill(values, 3);
    for (int i = 0; i < 20; i++) {
      float[] seen = run(resolution(), grid, values, i, Map.of()).values();
      for (float value : seen) {
        assertEquals(3, value, 1e-4);
      }
    }
  }

  @Test
  void finerThanTheGridIsTheGrid() {
    Grid grid = Grid.centred(12, 10, 8, 4);
    float[] values = new float[grid.size()];
    values[500] = 1;
    Resolution fine = resolution("slices", "2", "sigma", "0");
    assertArrayEquals(values, run(fine, grid, values, 0, ALONG_X).values());
  }

  /**
   * Mean and variance of Rician noise without signal are sigma sqrt(pi / 2) and (2 - pi / 2)
   * sigma^2; of Gaussian noise 0 and sigma^2. Within 4.9 standard errors of the mean.
   */
  @Test
  void noiseHasTheMomentsOfItsLaw() {
    Grid grid = Grid.centred(40, 40, 40, 1);
    float[] zeros = new float[grid.size()];
    Map<String, String> keep = Map.of("kept", "true");
    double[] gaussian = moments(run(noisy("gaussian"), grid, zeros, 0, keep).values());
    assertEquals(0, gaussian[0], 4.9 * 2 / Math.sqrt(grid.size()));
    assertEquals(4, gaussian[1], 4.9 * 4 * Math.sqrt(2.0 / grid.size()));
    double[] rician = moments(run(noisy("rician"), grid, zeros, 0, keep).values());
    assertEquals(2 * Math.sqrt(Math.PI / 2), rician[0], 4.9 * 1.31 / Math.sqrt(grid.size()));
    assertEquals(4 * (2 - Math.PI / 2), rician[1], .05);
    double[] chi = moments(run(noisy("noncentral-chi"), grid, zeros, 0, keep).values());
    assertEquals(4 * 8, chi[1] + chi[0] * chi[0], 4.9 * 4 * 4 / Math.sqrt(grid.size()));
  }

  private static Resolution noisy(String law) {
    return resolution("noise", "2", "law", law, "coils", 4);
  }

  private static double[] moments(float[] values) {
    double mean = 0;
    double square = 0;
    for (float value : values) {
      mean += value / (double) values.length;
      square += value * (double) value / values.length;
    }
    return new double[] {mean, square - mean * mean};
  }
}
