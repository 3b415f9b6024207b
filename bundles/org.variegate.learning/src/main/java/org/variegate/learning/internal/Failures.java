package org.variegate.learning.internal;

import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.learning.TrainingListener;

/** Counts samples that could not be made, and ends what has too many. Used by one thread. */
final class Failures {
  private static final int TOLD = 10;

  private final double maximum;
  private final long samples;
  private final TrainingListener listener;
  private long count;

  /**
   * Counts.
   *
   * @param maximum the fraction of samples that may fail
   * @param samples how many there will be
   * @param count of those that failed already
   * @param listener is told of the first
   */
  Failures(double maximum, long samples, long count, TrainingListener listener) {
    this.maximum = maximum;
    this.samples = samples;
    this.count = count;
    this.listener = listener;
  }

  long count() {
    return count;
  }

  /**
   * Takes note of a sample that failed.
   *
   * @throws RunException if it is one too many
   */
  void add(Item item) throws RunException {
    count++;
    String line = "sample " + item.index() + " failed: " + item.failure();
    boolean tooMany = maximum == 0 || (count > 1 && count > maximum * samples);
    if (tooMany) {
      throw new RunException(
          Cause.FAILURES,
          line
              + "; "
              + count
              + " of "
              + samples
              + " samples failed, failures.maximum is "
              + maximum);
    }
    if (count <= TOLD) {
      listener.notice(line + (count == TOLD ? " (no more of these are shown)" : ""));
    }
  }
}
