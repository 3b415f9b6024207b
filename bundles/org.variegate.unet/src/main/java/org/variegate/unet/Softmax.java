package org.variegate.unet;

/**
 * Probabilities of classes, exp(x) over the sum of them all. The exponential is a polynomial of its
 * own, good to seven digits and the same on every machine.
 */
public final class Softmax {
  private static final int BLOCK = 512;
  private static final float LEAST = -87;
  private static final float LOG2_E = 1.44269504f;
  private static final float[] TERMS = {
    1, 0.693147181f, 0.240226507f, 0.0555041087f, 0.00961812911f, 0.00133335581f, 0.000154035304f
  };

  private Softmax() {}

  /**
   * Makes probabilities of what a network says.
   *
   * @param values [examples, classes, voxels]; changed in place
   * @param examples at least 1
   * @param classes at least 1
   */
  public static void apply(float[] values, int examples, int classes) {
    int voxels = values.length / examples / classes;
    float[] largest = new float[BLOCK];
    float[] sum = new float[BLOCK];
    for (int n = 0; n < examples; n++) {
      for (int from = 0; from < voxels; from += BLOCK) {
        int count = Math.min(BLOCK, voxels - from);
        block(values, n * classes * voxels + from, voxels, classes, count, largest, sum);
      }
    }
  }

  private static void block(
      float[] values, int from, int stride, int classes, int count, float[] largest, float[] sum) {
    for (int i = 0; i < count; i++) {
      largest[i] = values[from + i];
      sum[i] = 0;
    }
    for (int c = 1; c < classes; c++) {
      int at = from + c * stride;
      for (int i = 0; i < count; i++) {
        largest[i] = Math.max(largest[i], values[at + i]);
      }
    }
    for (int c = 0; c < classes; c++) {
      int at = from + c * stride;
      for (int i = 0; i < count; i++) {
        float e = exp(values[at + i] - largest[i]);
        values[at + i] = e;
        sum[i] += e;
      }
    }
    for (int c = 0; c < classes; c++) {
      int at = from + c * stride;
      for (int i = 0; i < count; i++) {
        values[at + i] /= sum[i];
      }
    }
  }

  /** Of x at most 0: 2^(x log2 e), its whole part by the exponent, the rest by Taylor's series. */
  static float exp(float x) {
    float power = Math.max(LEAST, x) * LOG2_E;
    int whole = (int) (power - 0.5f);
    float rest = power - whole;
    float sum = TERMS[6];
    for (int i = 5; i >= 0; i--) {
      sum = sum * rest + TERMS[i];
    }
    return sum * Float.intBitsToFloat(whole + 127 << 23);
  }
}
