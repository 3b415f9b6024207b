package org.variegate.draws;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Quantiles of the normal distribution with variance 1/3, for a normal value as the sum of three of
 * them: 10, 11 and 11 bits of one hash.
 *
 * <p>A table holds the quantile at the middle of each of its equally likely cells. That alone would
 * cut off the tails, so the outermost entry is moved outwards until the table's kurtosis is 3, and
 * the whole is scaled to variance 1/3; skewness is 0 by symmetry. The sum of three has then the
 * first five moments of the normal distribution.
 */
final class NormalTables {
  static final float[] A = table(1 << 10);
  static final float[] B = table(1 << 11);

  private NormalTables() {}

  private static float[] table(int size) {
    double[] half = new double[size / 2];
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    for (int i = 0; i < half.length; i++) {
      half[i] = normal.inverseCumulativeProbability(0.5 + (i + 0.5) / size);
    }
    stretch(half);
    double variance = moment(half, 2);
    float[] table = new float[size];
    for (int i = 0; i < half.length; i++) {
      float value = (float) (half[i] / Math.sqrt(3 * variance));
      table[half.length + i] = value;
      table[half.length - 1 - i] = -value;
    }
    return table;
  }

  private static void stretch(double[] half) {
    int last = half.length - 1;
    double low = half[last];
    double high = 2 * low;
    for (int step = 0; step < 60; step++) {
      half[last] = (low + high) / 2;
      double variance = moment(half, 2);
      if (moment(half, 4) < 3 * variance * variance) {
        low = half[last];
      } else {
        high = half[last];
      }
    }
  }

  private static double moment(double[] half, int order) {
    double sum = 0;
    for (double x : half) {
      double square = x * x;
      sum += order == 2 ? square : square * square;
    }
    return sum / half.length;
  }
}
