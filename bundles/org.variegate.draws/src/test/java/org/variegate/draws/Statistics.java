package org.variegate.draws;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/** Tests of fit. With fixed seeds they always pass or always fail; p is told for fresh ones. */
final class Statistics {
  private Statistics() {}

  /**
   * Kolmogorov and Smirnov's statistic sqrt(n) sup|F_n - F|; it exceeds 2.3 by chance with p = 5e-5
   * where F is continuous, more rarely where it has steps.
   */
  static double kolmogorov(double[] values, DoubleUnaryOperator cumulative) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double worst = 0;
    for (int i = 0; i < n; i++) {
      int last = i;
      while (last + 1 < n && sorted[last + 1] == sorted[i]) {
        last++;
      }
      double above = cumulative.applyAsDouble(sorted[i]);
      double below = last == i ? above : cumulative.applyAsDouble(Math.nextDown(sorted[i]));
      worst = Math.max(worst, Math.max(above - (last + 1.0) / n, (last + 1.0) / n - above));
      worst = Math.max(worst, Math.max(below - (double) i / n, (double) i / n - below));
      i = last;
    }
    return worst * Math.sqrt(n);
  }

  /** The probability of a chi-square as large by chance; cells that expect less than 5 join. */
  static double chiSquareProbability(double[] observed, double[] expected) {
    double sum = 0;
    int cells = 0;
    double pendingObserved = 0;
    double pendingExpected = 0;
    for (int i = 0; i < observed.length; i++) {
      pendingObserved += observed[i];
      pendingExpected += expected[i];
      if (pendingExpected >= 5) {
        double difference = pendingObserved - pendingExpected;
        sum += difference * difference / pendingExpected;
        cells++;
        pendingObserved = 0;
        pendingExpected = 0;
      }
    }
    return 1 - new ChiSquaredDistribution(null, cells - 1).cumulativeProbability(sum);
  }

  /** The probability that pairs uniform in the unit square look as uneven on a board of 8 x 8. */
  static double pairProbability(double[] first, double[] second) {
    double[] observed = new double[64];
    double[] expected = new double[64];
    Arrays.fill(expected, first.length / 64.0);
    for (int i = 0; i < first.length; i++) {
      observed[(int) (first[i] * 8) * 8 + (int) (second[i] * 8)]++;
    }
    return chiSquareProbability(observed, expected);
  }

  static double correlation(float[] a, int fromA, float[] b, int fromB, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (double) a[fromA + i] * b[fromB + i];
    }
    return sum / count;
  }
}
