package org.variegate.api.volume;

import java.util.Arrays;

/**
 * What each label looks like: a normal distribution of intensity for each entry of a legend.
 *
 * <p>Arrays are indexed by an entry's place in the legend. They are copied when the contrast is
 * made, and not to be written to afterwards.
 *
 * @param unit of intensity
 * @param mean by place
 * @param deviation standard deviation by place, at least 0
 * @param clusters regions within a label whose means differ
 * @param textureWidth full width at half maximum of the smoothing of a label's variation, in mm; 0
 *     for independent voxels. The standard deviation is the same at any width.
 * @param partialVolume full width at half maximum of the mixing of labels at their boundaries, in
 *     mm; 0 for none
 */
public record Contrast(
    String unit,
    float[] mean,
    float[] deviation,
    Clusters clusters,
    double textureWidth,
    double partialVolume) {

  /**
   * Checks the contrast.
   *
   * @throws IllegalArgumentException if the arrays differ in length, a mean is not finite, or a
   *     deviation or width is negative or not finite
   */
  public Contrast {
    mean = mean.clone();
    deviation = deviation.clone();
    if (mean.length != deviation.length || mean.length != clusters.offsets().length) {
      throw new IllegalArgumentException(
          "contrast: needs as many deviations and clusters as means, got "
              + deviation.length
              + " and "
              + clusters.offsets().length
              + " for "
              + mean.length);
    }
    for (int i = 0; i < mean.length; i++) {
      if (!Float.isFinite(mean[i])) {
        throw new IllegalArgumentException("mean: needs finite numbers, got " + mean[i]);
      }
      atLeastZero("deviation", deviation[i]);
    }
    atLeastZero("textureWidth", textureWidth);
    atLeastZero("partialVolume", partialVolume);
  }

  /**
   * A contrast of independent voxels, without clusters or mixing.
   *
   * @param unit of intensity
   * @param mean by place in the legend
   * @param deviation by place in the legend, at least 0
   * @return the contrast
   */
  public static Contrast of(String unit, float[] mean, float[] deviation) {
    return new Contrast(unit, mean, deviation, Clusters.none(mean.length), 0, 0);
  }

  private static void atLeastZero(String key, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(key + ": needs a number of at least 0, got " + value);
    }
  }

  /**
   * Smooth regions within labels. Labels with the same pattern and the same number of clusters
   * change from one to the next at the same places.
   *
   * @param offsets by place: what each of its clusters adds to the mean; one 0 where a label is all
   *     alike
   * @param pattern by place: which of the patterns of regions it follows, at least 0
   * @param width of a region in mm, above 0
   */
  public record Clusters(float[][] offsets, int[] pattern, double width) {

    /**
     * Checks the clusters.
     *
     * @throws IllegalArgumentException if the arrays differ in length, a label has no cluster, a
     *     pattern is negative, or the width is not above 0
     */
    public Clusters {
      if (offsets.length != pattern.length) {
        throw new IllegalArgumentException(
            "clusters: needs a pattern for each label, got "
                + pattern.length
                + " for "
                + offsets.length);
      }
      offsets = Arrays.stream(offsets).map(float[]::clone).toArray(float[][]::new);
      pattern = pattern.clone();
      if (Arrays.stream(offsets).anyMatch(o -> o.length == 0)) {
        throw new IllegalArgumentException("clusters: needs at least one for each label, got none");
      }
      if (Arrays.stream(pattern).anyMatch(p -> p < 0)) {
        throw new IllegalArgumentException(
            "pattern: needs numbers of at least 0, got " + Arrays.toString(pattern));
      }
      if (!(width > 0)) {
        throw new IllegalArgumentException("width: needs a number above 0, got " + width);
      }
    }

    /**
     * Labels that are all alike.
     *
     * @param size of the legend
     * @return one cluster for each
     */
    public static Clusters none(int size) {
      float[][] offsets = new float[size][1];
      return new Clusters(offsets, new int[size], 1);
    }

    /**
     * The largest number of clusters of a label.
     *
     * @return at least 1, or 0 for an empty legend
     */
    public int most() {
      return Arrays.stream(offsets).mapToInt(o -> o.length).max().orElse(0);
    }
  }
}
