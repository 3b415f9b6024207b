package org.variegate.metrics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** Whether two predictors that were tested on the same items differ. */
public final class Paired {
  /** Up to so many differences the null distribution is counted out. */
  private static final int EXACT = 200;

  private Paired() {}

  /**
   * McNemar's exact test (McNemar 1947; two-sided, by the binomial distribution): of the items that
   * just one of two got right, how unlikely is it that as few are the one's, or fewer, were each as
   * likely?
   *
   * @param onlyFirst items that the first alone got right, at least 0
   * @param onlySecond items that the second alone got right, at least 0
   * @return p in (0, 1]; 1 if there is no such item
   * @throws IllegalArgumentException if a count is negative
   */
  public static double mcNemar(int onlyFirst, int onlySecond) {
    int n = counted(onlyFirst, onlySecond);
    int fewer = Math.min(onlyFirst, onlySecond);
    return n == 0 ? 1 : Math.min(1, 2 * binomial(n).cumulativeProbability(fewer));
  }

  /**
   * The same, counting half of the probability of what happened (mid-p): less cautious, and rarely
   * above its level (Fagerland, Lydersen and Laake 2013).
   *
   * @param onlyFirst items that the first alone got right, at least 0
   * @param onlySecond items that the second alone got right, at least 0
   * @return p in (0, 1]
   * @throws IllegalArgumentException if a count is negative
   */
  public static double mcNemarMid(int onlyFirst, int onlySecond) {
    int n = counted(onlyFirst, onlySecond);
    int fewer = Math.min(onlyFirst, onlySecond);
    if (onlyFirst == onlySecond) {
      return n == 0 ? 1 : 1 - binomial(n).probability(fewer) / 2;
    }
    BinomialDistribution law = binomial(n);
    return 2 * law.cumulativeProbability(fewer) - law.probability(fewer);
  }

  private static BinomialDistribution binomial(int n) {
    return new BinomialDistribution(null, n, 0.5);
  }

  private static int counted(int first, int second) {
    if (!(first >= 0 && second >= 0)) {
      throw new IllegalArgumentException(
          "counts: needs at least 0, got " + first + " and " + second);
    }
    return Math.addExact(first, second);
  }

  /**
   * Wilcoxon's signed rank test (Wilcoxon 1945), two-sided. Pairs without a difference are left
   * out, equal differences share their ranks. Up to 200 differences p is exact, given the ties; of
   * more, by the normal distribution with corrections for ties and continuity (Lehmann 1975,
   * section 3.2).
   *
   * @param first of each item
   * @param second of each item
   * @return p in (0, 1]; 1 if there is no difference
   * @throws IllegalArgumentException if there is not one for one, or one is NaN
   */
  public static double signedRank(double[] first, double[] second) {
    double[] differences = differences(first, second);
    int n = differences.length;
    double[] size = Arrays.stream(differences).map(Math::abs).sorted().toArray();
    int[] doubled = new int[n];
    long ties = 0;
    for (int i = 0, end; i < n; i = end) {
      end = i + 1;
      while (end < n && size[end] == size[i]) {
        end++;
      }
      Arrays.fill(doubled, i, end, i + end + 1);
      long t = end - i;
      ties += t * t * t - t;
    }
    long up = 0;
    for (double difference : differences) {
      if (difference > 0) {
        up += doubled[Arrays.binarySearch(size, difference)];
      }
    }
    long all = (long) n * (n + 1);
    long less = Math.min(up, all - up);
    return n <= EXACT ? counted(doubled, less) : normal(n, ties, less / 2.0);
  }

  private static double[] differences(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "pairs: needs one for one, got " + first.length + " and " + second.length);
    }
    double[] differences = new double[first.length];
    int n = 0;
    for (int i = 0; i < first.length; i++) {
      double difference = first[i] - second[i];
      if (Double.isNaN(difference)) {
        throw new IllegalArgumentException(
            "pairs: needs numbers, got " + first[i] + " and " + second[i]);
      }
      if (difference != 0) {
        differences[n++] = difference;
      }
    }
    return Arrays.copyOf(differences, n);
  }

  /** Of all signs, the share that has a sum of twice the ranks of at most so much, twice. */
  private static double counted(int[] doubled, long less) {
    double[] share = new double[(int) less + 1];
    share[0] = 1;
    for (int rank : doubled) {
      for (int sum = (int) less; sum >= 0; sum--) {
        share[sum] = (share[sum] + (sum >= rank ? share[sum - rank] : 0)) / 2;
      }
    }
    double tail = 0;
    for (double part : share) {
      tail += part;
    }
    return Math.min(1, 2 * tail);
  }

  private static double normal(int n, long ties, double less) {
    double mean = n * (n + 1.0) / 4;
    double variance = (n * (n + 1.0) * (2.0 * n + 1) - ties / 2.0) / 24;
    return Confidence.beyond(Math.max(0, mean - less - 0.5) / Math.sqrt(variance));
  }
}
