package org.variegate.model.classification;

/**
 * What a layer found, and where.
 *
 * @param count of maps
 * @param height of each
 * @param width of each
 * @param values [count, height, width]
 */
record Maps(int count, int height, int width, float[] values) {

  /** The mean of each. */
  float[] means() {
    int plane = height * width;
    float[] means = new float[count];
    for (int k = 0; k < count; k++) {
      double sum = 0;
      for (int i = 0; i < plane; i++) {
        sum += values[k * plane + i];
      }
      means[k] = (float) (sum / plane);
    }
    return means;
  }

  /**
   * What of them speaks for something (Selvaraju and others 2017, equation 2).
   *
   * @param weights of the maps
   * @return [height, width], nowhere below 0
   */
  float[] weighted(float[] weights) {
    int plane = height * width;
    float[] sum = new float[plane];
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < plane; i++) {
        sum[i] += weights[k] * values[k * plane + i];
      }
    }
    for (int i = 0; i < plane; i++) {
      sum[i] = Math.max(0, sum[i]);
    }
    return sum;
  }

  /** The mean over places of a gradient by each of their values (the same, equation 1). */
  float[] pooled(float[] gradient) {
    return new Maps(count, height, width, gradient).means();
  }
}
