package org.variegate.metrics;

import java.util.OptionalDouble;

/** How often each class was taken for each. */
public final class Confusion {
  private final int classes;
  private final long[] counts;

  /**
   * No prediction yet.
   *
   * @param classes how many there are, at least 2
   * @throws IllegalArgumentException if there are fewer
   */
  public Confusion(int classes) {
    if (!(classes >= 2)) {
      throw new IllegalArgumentException("classes: needs at least 2, got " + classes);
    }
    this.classes = classes;
    counts = new long[classes * classes];
  }

  /**
   * All predictions of a test.
   *
   * @param classes how many there are, at least 2
   * @param truth the class of each, from 0
   * @param predicted what it was taken for, from 0
   * @return the matrix
   * @throws IllegalArgumentException if there is not one prediction for each truth, or no such
   *     class
   */
  public static Confusion of(int classes, int[] truth, int[] predicted) {
    if (truth.length != predicted.length) {
      throw new IllegalArgumentException(
          "predicted: needs one for each of " + truth.length + ", got " + predicted.length);
    }
    Confusion confusion = new Confusion(classes);
    for (int i = 0; i < truth.length; i++) {
      confusion.add(truth[i], predicted[i]);
    }
    return confusion;
  }

  /**
   * Counts a prediction.
   *
   * @param truth its class, from 0
   * @param predicted what it was taken for, from 0
   * @throws IllegalArgumentException if there is no such class
   */
  public void add(int truth, int predicted) {
    counts[at(truth, predicted)]++;
  }

  private int at(int truth, int predicted) {
    if (!(truth >= 0 && truth < classes && predicted >= 0 && predicted < classes)) {
      throw new IllegalArgumentException(
          "class: needs 0 to " + (classes - 1) + ", got " + truth + " taken for " + predicted);
    }
    return truth * classes + predicted;
  }

  /**
   * The number of classes.
   *
   * @return at least 2
   */
  public int classes() {
    return classes;
  }

  /**
   * How often one was taken for another.
   *
   * @param truth the class, from 0
   * @param predicted what it was taken for, from 0
   * @return at least 0
   */
  public long count(int truth, int predicted) {
    return counts[at(truth, predicted)];
  }

  /**
   * How many there are of a class.
   *
   * @param truth the class, from 0
   * @return at least 0
   */
  public long of(int truth) {
    long sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += count(truth, c);
    }
    return sum;
  }

  private long takenFor(int predicted) {
    long sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += count(c, predicted);
    }
    return sum;
  }

  /**
   * The share of all that was right.
   *
   * @return right of all
   * @throws IllegalArgumentException if nothing was predicted
   */
  public Proportion accuracy() {
    long right = 0;
    long all = 0;
    for (int c = 0; c < classes; c++) {
      right += count(c, c);
      all += of(c);
    }
    return new Proportion(right, all);
  }

  /**
   * Accuracy above that of guessing: accuracy - 1 / n of n classes (Valtchev and Wu 2021).
   *
   * @return in [-1 / n, 1 - 1 / n]
   */
  public double accuracyAboveRandom() {
    return accuracy().value() - 1.0 / classes;
  }

  /**
   * The share of those taken for a class that are of it.
   *
   * @param predicted the class, from 0
   * @return nothing if nothing was taken for it
   */
  public OptionalDouble precision(int predicted) {
    return share(count(predicted, predicted), takenFor(predicted));
  }

  /**
   * The share of a class that was taken for it.
   *
   * @param truth the class, from 0
   * @return nothing if there is none of the class
   */
  public OptionalDouble recall(int truth) {
    return share(count(truth, truth), of(truth));
  }

  /**
   * The harmonic mean of precision and recall of a class.
   *
   * @param c the class, from 0
   * @return 2 right / (of it + taken for it); nothing if both are 0
   */
  public OptionalDouble f1(int c) {
    return share(2 * count(c, c), of(c) + takenFor(c));
  }

  private static OptionalDouble share(long part, long all) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / all);
  }

  /**
   * The mean recall of the classes that occur (Brodersen et al. 2010).
   *
   * @return in [0, 1]
   * @throws IllegalArgumentException if nothing was predicted
   */
  public double balancedAccuracy() {
    double sum = 0;
    int present = 0;
    for (int c = 0; c < classes; c++) {
      if (recall(c).isPresent()) {
        sum += recall(c).getAsDouble();
        present++;
      }
    }
    if (present == 0) {
      throw new IllegalArgumentException("confusion: needs at least one prediction, got none");
    }
    return sum / present;
  }
}
