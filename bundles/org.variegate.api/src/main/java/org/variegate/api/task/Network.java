package org.variegate.api.task;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.variegate.api.Sample;

/**
 * A network with its weights and the state of its optimizer. Used by one thread at a time, but for
 * {@link #example}.
 */
@ConsumerType
public interface Network extends AutoCloseable {

  /**
   * What this network needs of a sample. Called by many threads at once, also while it is trained:
   * it must not depend on what was learned.
   *
   * @param sample after the last stage
   * @return an example of this network
   * @throws RuntimeException if the sample does not fit; the message says why
   */
  Example example(Sample sample);

  /**
   * Learns from a batch: one step of the optimizer. Whatever is random in it depends on the
   * setting's seed and on {@code step} alone.
   *
   * @param batch at least one, made by {@link #example}
   * @param rate learning rate
   * @param step its number, from 0
   * @return the loss before the step, a mean over the batch; NaN or infinite if it diverged
   */
  double train(List<Example> batch, double rate, long step);

  /**
   * Begins to measure how well it does.
   *
   * @return an evaluation of the network as it is now
   */
  Evaluation evaluation();

  /**
   * Says what it makes of a sample: puts the predicted parts into it, and annotates the rest under
   * {@code prediction}.
   *
   * @param sample after the last stage; truth need not be in it
   */
  void predict(Sample sample);

  /**
   * Shows what it makes of a sample beside what is true of it, for a report.
   *
   * @param sample after the last stage
   * @return what a person sees; nothing if it has nothing to show
   * @throws RuntimeException if the sample does not fit; the message says why
   */
  default Optional<Shown> show(Sample sample) {
    return Optional.empty();
  }

  /**
   * Writes weights, the optimizer's state and what is needed to check that both fit.
   *
   * @param out takes them; is not closed
   * @throws IOException if they cannot be written
   */
  void save(OutputStream out) throws IOException;

  /**
   * What it is, for its model card: the number of parameters, the classes, what it begins from.
   *
   * @return values as of {@link Sample#annotate annotations}
   */
  Map<String, Object> describe();

  /** Gives back what it holds outside the heap. */
  @Override
  void close();
}
