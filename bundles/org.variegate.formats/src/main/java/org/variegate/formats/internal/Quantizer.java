package org.variegate.formats.internal;

/**
 * Values as whole steps: value = slope * step + intercept.
 *
 * @param slope above 0
 * @param intercept see slope
 * @param least the smallest step
 * @param most the largest step
 */
public record Quantizer(float slope, float intercept, int least, int most) {

  /**
   * Steps that span an image's values.
   *
   * @param values finite
   * @param least the smallest step
   * @param most the largest step
   * @return the steps
   * @throws IllegalArgumentException if a value is not finite
   */
  public static Quantizer of(float[] values, int least, int most) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("image: needs finite values to scale, got " + value);
      }
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    float slope = (float) (((double) high - low) / (most - least));
    if (!(slope >= Float.MIN_NORMAL)) {
      return new Quantizer(1, low, least, most);
    }
    return new Quantizer(slope, (float) (low - (double) slope * least), least, most);
  }

  /**
   * The nearest step.
   *
   * @param value of the image
   * @return in [least, most]
   */
  public int of(float value) {
    double step = Math.rint(((double) value - intercept) / slope);
    return (int) Math.max(least, Math.min(most, step));
  }
}
