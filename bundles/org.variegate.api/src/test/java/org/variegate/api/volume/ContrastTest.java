package org.variegate.api.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ContrastTest {
  private static final Contrast.Clusters NONE = Contrast.Clusters.none(2);

  private static float[] two(float a, float b) {
    return new float[] {a, b};
  }

  private static void refuses(String message, Executable attempt) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, attempt).getMessage());
  }

  @Test
  void keepsCopies() {
    float[] mean = {1, 2};
    float[][] offsets = {{0}, {3, 4}};
    Contrast.Clusters clusters = new Contrast.Clusters(offsets, new int[2], 5);
    Contrast contrast = new Contrast("1", mean, two(3, 4), clusters, 0, 0);
    mean[0] = 9;
    offsets[1][0] = 9;
    assertEquals(1, contrast.mean()[0]);
    assertEquals(3, contrast.clusters().offsets()[1][0]);
    assertEquals(2, clusters.most());
  }

  @Test
  void refusesWhatIsNoContrast() {
    refuses(
        "contrast: needs as many deviations and clusters as means, got 1 and 2 for 2",
        () -> new Contrast("1", two(1, 2), new float[1], NONE, 0, 0));
    refuses(
        "mean: needs finite numbers, got NaN",
        () -> Contrast.of("1", two(1, Float.NaN), two(1, 1)));
    refuses(
        "deviation: needs a number of at least 0, got -1.0",
        () -> Contrast.of("1", two(1, 2), two(1, -1)));
    refuses(
        "textureWidth: needs a number of at least 0, got NaN",
        () -> new Contrast("1", two(1, 2), two(1, 1), NONE, Double.NaN, 0));
    refuses(
        "partialVolume: needs a number of at least 0, got Infinity",
        () -> new Contrast("1", two(1, 2), two(1, 1), NONE, 0, Double.POSITIVE_INFINITY));
  }

  @Test
  void refusesWhatAreNoClusters() {
    refuses(
        "clusters: needs a pattern for each label, got 2 for 1",
        () -> new Contrast.Clusters(new float[1][1], new int[2], 1));
    refuses(
        "clusters: needs at least one for each label, got none",
        () -> new Contrast.Clusters(new float[1][0], new int[1], 1));
    refuses(
        "pattern: needs numbers of at least 0, got [-1]",
        () -> new Contrast.Clusters(new float[1][1], new int[] {-1}, 1));
    refuses(
        "width: needs a number above 0, got 0.0",
        () -> new Contrast.Clusters(new float[1][1], new int[1], 0));
  }
}
