package org.variegate.api.volume;

import java.util.Arrays;

/**
 * What each label looks like: a normal distribution of intensity for each entry of a legend.
 *
 * <p>It is made by place in one legend and asked for by place in another, that of the label map at
 * hand, whose labels may stand in another order: labels are found again by their id. Arrays are
 * copied when the contrast is made, and not to be written to afterwards. Immutable.
 */
public final class Contrast {
  private final String unit;
  private final Legend legend;
  private final float[] mean;
  private final float[] deviation;
  private final Clusters clusters;
  private final double textureWidth;
  private final double partialVolume;

  /**
   * A contrast.
   *
   * @param unit of intensity
   * @param legend whose labels have these looks
   * @param mean by place in the legend
   * @param deviation standard deviation by place, at least 0
   * @param clusters regions within a label whose means differ, by place
   * @param textureWidth full width at half maximum of the smoothing of a label's variation, in mm;
   *     0 for independent voxels. The standard deviation is the same at any width.
   * @param partialVolume full width at half maximum of the mixing of labels at their boundaries, in
   *     mm; 0 for none
   * @throws IllegalArgumentException if an array is not as long as the legend, a mean is not
   *     finite, or a deviation or width is negative or not finite
   */
  public Contrast(
      String unit,
      Legend legend,
      float[] mean,
      float[] deviation,
      Clusters clusters,
      double textureWidth,
      double partialVolume) {
    this.unit = unit;
    this.legend = legend;
    this.mean = sized("mean", mean, legend);
    this.deviation = sized("deviation", deviation, legend);
    this.clusters = clusters;
    this.textureWidth = atLeastZero("textureWidth", textureWidth);
    this.partialVolume = atLeastZero("partialVolume", partialVolume);
    requireForEach("clusters", clusters.offsets().length, legend);
    for (int i = 0; i < mean.length; i++) {
      if (!Float.isFinite(mean[i])) {
        throw new IllegalArgumentException("mean: needs finite numbers, got " + mean[i]);
      }
      atLeastZero("deviation", deviation[i]);
    }
  }

  /**
   * A contrast of independent voxels, without clusters or mixing.
   *
   * @param unit of intensity
   * @param legend whose labels have these looks
   * @param mean by place in the legend
   * @param deviation by place in the legend, at least 0
   * @return the contrast
   */
  public static Contrast of(String unit, Legend legend, float[] mean, float[] deviation) {
    return new Contrast(unit, legend, mean, deviation, Clusters.none(legend.size()), 0, 0);
  }

  private static float[] sized(String key, float[] values, Legend legend) {
    requireForEach(key, values.length, legend);
    return values.clone();
  }

  private static void requireForEach(String key, int count, Legend legend) {
    if (count != legend.size()) {
      throw new IllegalArgumentException(
          key + ": needs one for each of " + legend.size() + " labels, got " + count);
    }
  }

  /**
   * The unit.
   *
   * @return of intensity
   */
  public String unit() {
    return unit;
  }

  /**
   * The legend that it was made for.
   *
   * @return its labels are those that have a look
   */
  public Legend legend() {
    return legend;
  }

  /**
   * The means.
   *
   * @param hand legend of the label map at hand: labels of this contrast's legend, in any order
   * @return by place in it; not to be written to
   * @throws IllegalArgumentException if it has a label that this contrast's legend does not have
   */
  public float[] mean(Legend hand) {
    return in(hand).mean;
  }

  /**
   * The standard deviations.
   *
   * @param hand legend of the label map at hand: labels of this contrast's legend, in any order
   * @return by place in it, at least 0; not to be written to
   * @throws IllegalArgumentException if it has a label that this contrast's legend does not have
   */
  public float[] deviation(Legend hand) {
    return in(hand).deviation;
  }

  /**
   * The regions within labels.
   *
   * @param hand legend of the label map at hand: labels of this contrast's legend, in any order
   * @return by place in it
   * @throws IllegalArgumentException if it has a label that this contrast's legend does not have
   */
  public Clusters clusters(Legend hand) {
    return in(hand).clusters;
  }

  /**
   * The smoothing of a label's variation.
   *
   * @return its full width at half maximum in mm, or 0
   */
  public double textureWidth() {
    return textureWidth;
  }

  /**
   * The mixing of labels at their boundaries.
   *
   * @return its full width at half maximum in mm, or 0
   */
  public double partialVolume() {
    return partialVolume;
  }

  private Contrast in(Legend other) {
    if (other.equals(legend)) {
      return this;
    }
    int[] places = places(other);
    float[] means = new float[places.length];
    float[] deviations = new float[places.length];
    float[][] offsets = new float[places.length][];
    int[] pattern = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      means[i] = mean[places[i]];
      deviations[i] = deviation[places[i]];
      offsets[i] = clusters.offsets()[places[i]];
      pattern[i] = clusters.pattern()[places[i]];
    }
    Clusters moved = new Clusters(offsets, pattern, clusters.width());
    return new Contrast(unit, other, means, deviations, moved, textureWidth, partialVolume);
  }

  private int[] places(Legend other) {
    int[] places = new int[other.size()];
    for (int i = 0; i < places.length; i++) {
      int id = other.labels().get(i).id();
      places[i] = legend.place(id);
      if (places[i] < 0) {
        throw new IllegalArgumentException(
            "contrast: needs a look of each label at hand, has none of label " + id);
      }
    }
    return places;
  }

  private static double atLeastZero(String key, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(key + ": needs a number of at least 0, got " + value);
    }
    return value;
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
