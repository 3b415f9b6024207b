package org.variegate.metrics;

import java.util.Arrays;

/**
 * How well scores tell positives from negatives: the area below the receiver operating
 * characteristic, which is the probability that a positive's score is above a negative's, ties
 * counted as half (Hanley and McNeil 1982).
 */
public final class Roc {
  private final double[] positive;
  private final double[] negative;
  private final double area;
  private final double variance;

  /**
   * Compares scores.
   *
   * @param positive scores of the positives, at least one, none NaN
   * @param negative scores of the negatives, at least one, none NaN
   * @throws IllegalArgumentException if there is none, or one is NaN
   */
  public Roc(double[] positive, double[] negative) {
    this.positive = sorted("positive", positive);
    this.negative = sorted("negative", negative);
    double[] above = shares(this.positive, this.negative);
    double[] below = shares(this.negative, this.positive);
    double sum = 0;
    for (double share : above) {
      sum += share;
    }
    area = sum / above.length;
    variance = spread(above) / above.length + spread(below) / below.length;
  }

  /**
   * One class against all others.
   *
   * @param scores of each sample, a number for each class
   * @param truth the class of each, from 0
   * @param positive the class
   * @return their comparison
   * @throws IllegalArgumentException if there is none of the class, or of others
   */
  public static Roc of(double[][] scores, int[] truth, int positive) {
    if (scores.length != truth.length) {
      throw new IllegalArgumentException(
          "scores: needs one row for each of " + truth.length + ", got " + scores.length);
    }
    double[] in = new double[scores.length];
    double[] out = new double[scores.length];
    int ins = 0;
    int outs = 0;
    for (int i = 0; i < scores.length; i++) {
      if (truth[i] == positive) {
        in[ins++] = scores[i][positive];
      } else {
        out[outs++] = scores[i][positive];
      }
    }
    return new Roc(Arrays.copyOf(in, ins), Arrays.copyOf(out, outs));
  }

  private static double[] sorted(String key, double[] scores) {
    if (scores.length == 0 || Arrays.stream(scores).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException(
          key + ": needs at least one score, none NaN, got " + scores.length);
    }
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** For each value the share of others below it, ties as half; both sorted. */
  private static double[] shares(double[] values, double[] others) {
    double[] shares = new double[values.length];
    int below = 0;
    int upTo = 0;
    for (int i = 0; i < values.length; i++) {
      while (below < others.length && others[below] < values[i]) {
        below++;
      }
      upTo = Math.max(upTo, below);
      while (upTo < others.length && others[upTo] <= values[i]) {
        upTo++;
      }
      shares[i] = (below + upTo) / 2.0 / others.length;
    }
    return shares;
  }

  /** Sample variance; 0 of one value. */
  private static double spread(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return values.length < 2 ? 0 : sum / (values.length - 1);
  }

  /**
   * The area below the curve.
   *
   * @return in [0, 1], 0.5 for guessing
   */
  public double area() {
    return area;
  }

  /**
   * The area's standard error without an assumption on the scores (DeLong, DeLong and
   * Clarke-Pearson 1988, equations 4 to 6; for one curve), from how many negatives are below each
   * positive, and positives above each negative (Sun and Xu 2014).
   *
   * @return at least 0; 0 if all positives are above all negatives
   */
  public double deviation() {
    return Math.sqrt(variance);
  }

  /**
   * The area's standard error as of exponentially distributed scores (Hanley and McNeil 1982,
   * equations 1 and 2): Q1 = A / (2 - A), Q2 = 2 A^2 / (1 + A). For comparison with older reports.
   *
   * @return at least 0
   */
  public double exponentialDeviation() {
    double square = area * area;
    double q1 = area / (2 - area) - square;
    double q2 = 2 * square / (1 + area) - square;
    double sum = area * (1 - area) + (positive.length - 1) * q1 + (negative.length - 1) * q2;
    return Math.sqrt(Math.max(0, sum) / ((double) positive.length * negative.length));
  }

  /**
   * A confidence interval: normal on the scale of log(A / (1 - A)) with the error of {@link
   * #deviation}, so that it stays within [0, 1] (Pepe 2003, section 5.2.4). Where the scores are
   * all in order, or all in the wrong one, the interval of a share of all of as many trials as
   * there are of the rarer class (Clopper and Pearson 1934), for then that error says nothing.
   *
   * @param confidence between 0 and 1, such as 0.95
   * @return within [0, 1]
   */
  public Interval interval(double confidence) {
    double z = Confidence.deviations(confidence);
    if (!(variance > 0) || area == 0 || area == 1) {
      return extreme(confidence);
    }
    double logit = StrictMath.log(area / (1 - area));
    double half = z * deviation() / (area * (1 - area));
    return new Interval(logistic(logit - half), logistic(logit + half));
  }

  private Interval extreme(double confidence) {
    int trials = Math.min(positive.length, negative.length);
    double away = 1 - StrictMath.pow((1 - confidence) / 2, 1.0 / trials);
    return new Interval(Math.max(0, area - away), Math.min(1, area + away));
  }

  private static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /**
   * The curve, for drawing.
   *
   * @return [points, 2]: the share of negatives and of positives with at least each score, from (0,
   *     0) to (1, 1)
   */
  public double[][] curve() {
    double[][] points = new double[positive.length + negative.length + 1][];
    int p = positive.length;
    int n = negative.length;
    int count = 0;
    points[count++] = new double[] {0, 0};
    while (p > 0 || n > 0) {
      double score =
          Math.max(
              p > 0 ? positive[p - 1] : Double.NEGATIVE_INFINITY,
              n > 0 ? negative[n - 1] : Double.NEGATIVE_INFINITY);
      while (p > 0 && positive[p - 1] == score) {
        p--;
      }
      while (n > 0 && negative[n - 1] == score) {
        n--;
      }
      points[count++] =
          new double[] {1 - (double) n / negative.length, 1 - (double) p / positive.length};
    }
    return Arrays.copyOf(points, count);
  }
}
