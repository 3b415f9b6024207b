package org.variegate.api.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ContrastTest {
  private static final Contrast.Clusters NONE = Contrast.Clusters.none(2);
  private static final Legend TWO = legend(0, 1);

  private static Legend legend(int... ids) {
    return new Legend(Arrays.stream(ids).mapToObj(Label::plain).toList());
  }

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
    Contrast contrast = new Contrast("1", TWO, mean, two(3, 4), clusters, 0, 0);
    mean[0] = 9;
    offsets[1][0] = 9;
    assertEquals(1, contrast.mean(TWO)[0]);
    assertEquals(3, contrast.clusters(TWO).offsets()[1][0]);
    assertEquals(2, contrast.clusters(TWO).most());
  }

  @Test
  void aLabelKeepsItsLookInAnyLegend() {
    Legend legend = legend(0, 2, 41, 7);
    Contrast.Clusters clusters =
        new Contrast.Clusters(new float[][] {{0}, {1, 2}, {3}, {4}}, new int[] {0, 5, 6, 7}, 9);
    float[] mean = {10, 20, 30, 40};
    float[] deviation = {1, 2, 3, 4};
    Contrast contrast = new Contrast("HU", legend, mean, deviation, clusters, 2, 3);
    Legend swapped = legend(0, 41, 2);
    assertArrayEquals(new float[] {10, 30, 20}, contrast.mean(swapped));
    assertArrayEquals(new float[] {1, 3, 2}, contrast.deviation(swapped));
    assertArrayEquals(new float[] {1, 2}, contrast.clusters(swapped).offsets()[2]);
    assertArrayEquals(new int[] {0, 6, 5}, contrast.clusters(swapped).pattern());
    assertEquals(9, contrast.clusters(swapped).width());
    refuses(
        "contrast: needs a look of each label at hand, has none of label 3",
        () -> contrast.mean(legend(0, 3)));
  }

  @Test
  void refusesWhatIsNoContrast() {
    refuses(
        "mean: needs one for each of 2 labels, got 3",
        () -> Contrast.of("1", TWO, new float[3], two(1, 1)));
    refuses(
        "deviation: needs one for each of 2 labels, got 1",
        () -> Contrast.of("1", TWO, two(1, 2), new float[1]));
    refuses(
        "clusters: needs one for each of 2 labels, got 3",
        () -> new Contrast("1", TWO, two(1, 2), two(1, 1), Contrast.Clusters.none(3), 0, 0));
    refuses(
        "mean: needs finite numbers, got NaN",
        () -> Contrast.of("1", TWO, two(1, Float.NaN), two(1, 1)));
    refuses(
        "deviation: needs a number of at least 0, got -1.0",
        () -> Contrast.of("1", TWO, two(1, 2), two(1, -1)));
    refuses(
        "textureWidth: needs a number of at least 0, got NaN",
        () -> new Contrast("1", TWO, two(1, 2), two(1, 1), NONE, Double.NaN, 0));
    refuses(
        "partialVolume: needs a number of at least 0, got Infinity",
        () -> new Contrast("1", TWO, two(1, 2), two(1, 1), NONE, 0, Double.POSITIVE_INFINITY));
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
