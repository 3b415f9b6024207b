package org.variegate.engine.learning;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.variegate.api.task.Measure;

/** Is told how a training or a test goes. Called by one thread at a time. */
@ConsumerType
public interface TrainingListener {

  /**
   * It begins, or goes on.
   *
   * @param steps of the whole training, or batches of the test
   * @param done of them already
   */
  default void begins(long steps, long done) {}

  /**
   * A step is done.
   *
   * @param done steps so far
   * @param loss of this one; NaN in a test
   * @param waited the part of the time so far in which the network waited for samples, in [0, 1]
   */
  default void stepDone(long done, double loss, double waited) {}

  /**
   * The network was measured on the validation samples.
   *
   * @param done steps so far
   * @param measures what was found
   * @param best whether it is the best so far
   */
  default void validated(long done, List<Measure> measures, boolean best) {}

  /**
   * Something the user should read.
   *
   * @param message one line
   */
  default void notice(String message) {}

  /**
   * Whether to keep what was learned and end.
   *
   * @return true once the user wants that
   */
  default boolean stopRequested() {
    return false;
  }
}
