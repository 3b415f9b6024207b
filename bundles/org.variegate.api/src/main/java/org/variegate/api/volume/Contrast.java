package org.variegate.api.volume;

/**
 * What each label looks like: a normal distribution of intensity for each entry of a legend.
 *
 * @param unit of intensity
 * @param mean by place in the legend
 * @param deviation standard deviation by place in the legend, at least 0
 * @param textureWidth full width at half maximum of the correlation of a class's variation, in mm;
 *     0 for independent voxels
 * @param partialVolume full width at half maximum of the mixing of tissues at their boundaries, in
 *     mm; 0 for none
 */
public record Contrast(
    String unit, float[] mean, float[] deviation, double textureWidth, double partialVolume) {

  /** Keeps copies of the arrays. */
  public Contrast {
    if (mean.length != deviation.length) {
      throw new IllegalArgumentException(
          "contrast: needs as many deviations as means, got "
              + deviation.length
              + " for "
              + mean.length);
    }
    mean = mean.clone();
    deviation = deviation.clone();
  }
}
