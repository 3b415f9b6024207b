package org.variegate.learning.internal;

import java.io.IOException;
import java.util.List;
import org.variegate.api.TaskModel;
import org.variegate.api.task.Example;
import org.variegate.api.task.Network;
import org.variegate.api.task.Setting;
import org.variegate.engine.Pipeline;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;

/** The network that learns, and the version of the model that it is of. */
final class Learner implements AutoCloseable {
  private final Pipeline pipeline;
  private final ModelFolder folder;
  private final Journal journal;
  private final long seed;
  private TaskModel model;
  private Network network;

  /**
   * Begins, or goes on from the last checkpoint.
   *
   * @param pipeline with the model
   * @param folder with checkpoints
   * @param journal says which is the last
   * @param seed of first weights and of what is left out at random
   */
  Learner(Pipeline pipeline, ModelFolder folder, Journal journal, long seed) throws RunException {
    this.pipeline = pipeline;
    this.folder = folder;
    this.journal = journal;
    this.seed = seed;
    this.model = pipeline.model();
    this.network = journal.isFresh() ? created() : loaded(model);
  }

  private Setting setting() {
    return new Setting(pipeline.facts(), seed, journal.state().threads());
  }

  private Network created() throws RunException {
    try {
      return model.create(setting());
    } catch (IOException | IllegalArgumentException e) {
      throw new RunException(Cause.LEARNING, "model: " + e.getMessage());
    }
  }

  private Network loaded(TaskModel by) throws RunException {
    return folder.checkpoint(journal.state().step()).load(in -> by.load(setting(), in));
  }

  Network network() {
    return network;
  }

  /** Whether there is another version of the model by now. */
  boolean isReplaced() throws RunException {
    return pipeline.model() != model;
  }

  /** Gives what was kept last to the version of the model that is there now. */
  void exchange() throws RunException {
    TaskModel now = pipeline.model();
    Network successor = loaded(now);
    network.close();
    network = successor;
    model = now;
  }

  /**
   * Learns from a batch.
   *
   * @return the loss before the step, a finite number
   */
  double learn(List<Example> batch, double rate) throws RunException {
    long step = journal.state().step();
    double loss;
    try {
      loss = network.train(batch, rate, step);
    } catch (RuntimeException e) {
      throw new RunException(Cause.LEARNING, "model: step " + step + ": " + e.getMessage());
    }
    if (!Double.isFinite(loss)) {
      throw new RunException(
          Cause.LEARNING,
          "the loss is "
              + loss
              + " at step "
              + step
              + "; a lower training.rate may help; what was learned until the last checkpoint is in "
              + folder.path());
    }
    return loss;
  }

  @Override
  public void close() {
    network.close();
  }
}
