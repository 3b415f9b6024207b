package org.variegate.engine;

import org.osgi.annotation.versioning.ConsumerType;

/** Is told how a run goes. Called by any thread, never by two at once. */
@ConsumerType
public interface RunListener {
  /** Hears nothing and never stops. */
  RunListener SILENT = new RunListener() {};

  /**
   * The run begins.
   *
   * @param samples in the whole dataset
   * @param present of them already there and verified
   */
  default void begins(long samples, long present) {}

  /**
   * A sample is done.
   *
   * @param done samples so far, those already there included
   * @param failed of them
   */
  default void sampleDone(long done, long failed) {}

  /**
   * Something the user should read: a failed sample, a stage that is gone or was replaced.
   *
   * @param message one line
   */
  default void notice(String message) {}

  /**
   * What a user types to see a sample that failed.
   *
   * @param index of the sample
   * @return a command that works as it is, or null if there is none
   */
  default String replayCommand(long index) {
    return null;
  }

  /**
   * Whether to finish the samples in hand and end.
   *
   * @return true once the user wants that
   */
  default boolean stopRequested() {
    return false;
  }
}
