package org.variegate.synthesizer.mri;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.synthesizer.mri.Looks.contrast;
import static org.variegate.synthesizer.mri.Looks.deviation;
import static org.variegate.synthesizer.mri.Looks.image;
import static org.variegate.synthesizer.mri.Looks.labels;
import static org.variegate.synthesizer.mri.Looks.legend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Contrast;
import org.variegate.api.volume.LabelMap;

/** Texture within labels, mixing between them, and clusters. */
class MriTextureTest {
  /**
   * Standard deviation over samples, in the middle, at the ends of axes and in corners. Voxels of
   * one group are far apart, so each estimate has a relative error of 1 / sqrt(2 n); bounds at 5 of
   * them. Without renormalization the deviation in the middle of the volume would be 1 instead of
   * 10; with one factor for all voxels that in its corners would be 33.
   */
  @Test
  void textureKeepsTheDeclaredDeviation() {
    for (Grid grid : List.of(Grid.centred(21, 17, 19, 2), Grid.centred(71, 1, 33, 2))) {
      LabelMap labels = labels(grid, 1, i -> 0);
      Map<String, List<Double>> groups = new TreeMap<>();
      for (int index = 0; index < 400; index++) {
        float[] image = image(labels, contrast(6, 0, 50, 10), index);
        for (int x = 0; x < 3; x++) {
          for (int z = 0; z < 3; z++) {
            String group = (x == 1 ? "middle" : "end") + (z == 1 ? " middle" : " end");
            int i = x * (grid.nx() - 1) / 2;
            int k = z * (grid.nz() - 1) / 2;
            double value = image[i + grid.nx() * grid.ny() * k];
            groups.computeIfAbsent(group, g -> new ArrayList<>()).add(value);
          }
        }
      }
      groups.forEach(
          (group, of) -> {
            double[] values = of.stream().mapToDouble(Double::doubleValue).toArray();
            double error = 10 / Math.sqrt(2.0 * values.length);
            assertEquals(10, deviation(values, 50), 5 * error, group + " of " + grid);
          });
      assertEquals(4, groups.size());
    }
  }

  /**
   * White noise under a Gaussian of standard deviation s is correlated by exp(-d^2 / 4 s^2) at the
   * distance d; in mm at any size of voxels.
   */
  @Test
  void textureIsAsWideAsItSaysAtAnyResolution() {
    double width = 6;
    double s = width / 2.3548;
    double distance = 4;
    for (double spacing : new double[] {1, 2}) {
      int n = (int) (256 / spacing);
      int lag = (int) (distance / spacing);
      Grid grid = Grid.centred(n, n, 1, spacing);
      float[] image = image(labels(grid, 1, i -> 0), contrast(width, 0, 0, 1), 3);
      double sum = 0;
      int count = 0;
      for (int y = 0; y < n; y++) {
        for (int x = 0; x + lag < n; x++, count++) {
          sum += image[x + n * y] * image[x + lag + n * y];
        }
      }
      double expected = Math.exp(-distance * distance / (4 * s * s));
      assertEquals(expected, sum / count, 0.12, "spacing " + spacing);
    }
  }

  /** At a plane the fraction of the far label is a cumulative normal distribution. */
  @Test
  void labelsMixAtAPlane() {
    Grid grid = Grid.centred(41, 40, 40, 0.5);
    LabelMap halves = labels(grid, 2, i -> i % 41 < 20 ? 0 : 1);
    double sigma = 3 / 2.3548;
    float[] sharp = image(halves, contrast(0, 3, 20, 0, 120, 0), 0);
    float[] noisy = image(halves, contrast(0, 3, 0, 30, 0, 10), 0);
    for (int x = 0; x < 41; x++) {
      double fraction = (1 + Erf.erf((x - 19.5) * 0.5 / (sigma * Math.sqrt(2)))) / 2;
      assertEquals(20 + 100 * fraction, sharp[x + 41 * (20 + 40 * 20)], 1.0, "at " + x);
      double[] plane = new double[1600];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = noisy[x + 41 * i];
      }
      double s = Math.sqrt(900 * (1 - fraction) + 100 * fraction);
      assertEquals(s, deviation(plane, 0), s * (5 / Math.sqrt(2.0 * 1600) + 0.01), "at " + x);
    }
  }

  private static Contrast clustered(double mixing, float[]... offsets) {
    float[] mean = new float[offsets.length];
    Arrays.fill(mean, 100);
    int[] pattern = new int[offsets.length];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = 3 * i;
    }
    Contrast.Clusters clusters = new Contrast.Clusters(offsets, pattern, 20);
    return new Contrast(
        "1", legend(mean.length), mean, new float[mean.length], clusters, 0, mixing);
  }

  @Test
  void clustersAreSmoothRegionsOfEqualShare() {
    Grid grid = Grid.centred(48, 48, 24, 2);
    LabelMap labels = labels(grid, 2, i -> i % 48 < 24 ? 0 : 1);
    int[] share = new int[3];
    int edges = 0;
    int samples = 60;
    for (int index = 0; index < samples; index++) {
      float[] image = image(labels, clustered(0, new float[] {0}, new float[] {-10, 0, 15}), index);
      for (int i = 0; i < image.length; i++) {
        int cluster = List.of(90f, 100f, 115f).indexOf(image[i]);
        assertTrue(cluster >= 0, "no mean is " + image[i]);
        if (i % 48 < 24) {
          assertEquals(100, image[i], "a label of one cluster");
        } else {
          share[cluster]++;
          edges += i % 48 > 24 && image[i] != image[i - 1] ? 1 : 0;
        }
      }
    }
    double all = samples * image(labels, contrast(0, 0, 0, 0, 0, 0), 0).length / 2.0;
    for (int of : share) {
      assertEquals(1 / 3.0, of / all, 0.06);
    }
    assertTrue(edges / all < 0.1, "neighbours differ in " + edges / all);
  }

  @Test
  void clustersMixAtTheirBoundariesToo() {
    Grid grid = Grid.centred(32, 32, 32, 2);
    float[] image = image(labels(grid, 1, i -> 0), clustered(5, new float[] {-20, 20}), 1);
    TreeSet<Float> values = new TreeSet<>();
    for (float value : image) {
      values.add(value);
    }
    assertTrue(values.size() > 1000, "values between the two means");
    assertTrue(values.first() >= 79.99 && values.last() <= 120.01);
    assertTrue(values.first() < 81 && values.last() > 119, "both means far from boundaries");
  }
}
