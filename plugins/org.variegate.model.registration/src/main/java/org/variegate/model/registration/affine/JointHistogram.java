package org.variegate.model.registration.affine;

import java.util.Arrays;

/**
 * The joint histogram of fixed values, each in one bin, and moving ones, which a cubic spline
 * spreads over four, and what the one says of the other (Mattes et al. 2003, equations 5 to 10).
 */
final class JointHistogram {
  private static final int BINS = 16;
  private static final double SCALE = BINS - 3;

  private final byte[] fixed;
  private final float[] places;
  private final double[] joint = new double[BINS * BINS];
  private final double[] marginal = new double[BINS];

  /**
   * Of samples.
   *
   * @param values of the fixed image, 0 to 1
   */
  JointHistogram(float[] values) {
    fixed = new byte[values.length];
    places = new float[values.length];
    for (int i = 0; i < fixed.length; i++) {
      fixed[i] = (byte) Math.min(BINS - 1, (int) (BINS * values[i]));
    }
  }

  int samples() {
    return fixed.length;
  }

  /** Begins anew. */
  void clear() {
    Arrays.fill(joint, 0);
    Arrays.fill(marginal, 0);
  }

  /** Counts a sample's moving value, 0 to 1. */
  void add(int sample, float value) {
    places[sample] = (float) (1 + SCALE * value);
    int below = below(sample);
    for (int k = -1; k <= 2; k++) {
      double weight = spline(below + k - places[sample]);
      joint[BINS * fixed[sample] + below + k] += weight;
      marginal[below + k] += weight;
    }
  }

  private int below(int sample) {
    return Math.min(BINS - 3, (int) places[sample]);
  }

  /**
   * The mutual information, after all samples were counted.
   *
   * @return nats, without the part that the fixed image says of itself; 0 if there are no samples
   */
  double information() {
    double sum = 0;
    for (int k = 0; k < joint.length; k++) {
      double p = joint[k];
      joint[k] = p > 0 ? StrictMath.log(p / marginal[k % BINS]) : 0;
      sum += p * joint[k];
    }
    return sum / Math.max(1, fixed.length);
  }

  /** The derivative of the information by a sample's moving value, after the information. */
  double slope(int sample) {
    int below = below(sample);
    double sum = 0;
    for (int k = -1; k <= 2; k++) {
      sum -= slope(below + k - places[sample]) * joint[BINS * fixed[sample] + below + k];
    }
    return sum * SCALE / fixed.length;
  }

  private static double spline(double x) {
    double a = Math.abs(x);
    double b = 2 - a;
    return a < 1 ? 2 / 3.0 - a * a + a * a * a / 2 : a < 2 ? b * b * b / 6 : 0;
  }

  private static double slope(double x) {
    double a = Math.abs(x);
    double b = 2 - a;
    double slope = a < 1 ? -2 * a + 1.5 * a * a : a < 2 ? -b * b / 2 : 0;
    return x < 0 ? -slope : slope;
  }
}
