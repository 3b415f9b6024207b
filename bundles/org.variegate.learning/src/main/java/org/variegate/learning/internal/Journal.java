package org.variegate.learning.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.variegate.api.task.Measure;
import org.variegate.api.task.Network;
import org.variegate.engine.RunException;
import org.variegate.engine.files.Json;

/**
 * What a training has done: how far it has come, its log, and the files it has learned from. On the
 * disk it is as it was at the last checkpoint; what came after that is lost with the process.
 */
final class Journal implements AutoCloseable {
  private final ModelFolder folder;
  private final boolean fresh;
  private final Set<String> files;
  private final TrainingLog log;
  private State state;

  /**
   * Opens that of a folder, as it was at the last checkpoint.
   *
   * @param folder taken for the training
   * @param threads that compute a step of one that begins
   */
  Journal(ModelFolder folder, int threads) throws RunException {
    List<Long> checkpoints = folder.checkpoints();
    this.folder = folder;
    this.fresh = checkpoints.isEmpty();
    if (fresh) {
      this.state = State.begin(threads);
      this.files = new TreeSet<>();
    } else {
      long last = checkpoints.get(checkpoints.size() - 1);
      this.state = folder.checkpoint(last).state();
      this.files = folder.checkpoint(last).files();
    }
    long bytes = state.log();
    this.log = folder.change(() -> TrainingLog.open(folder.path().resolve(ModelFolder.LOG), bytes));
  }

  /** Whether there is no checkpoint to go on from. */
  boolean isFresh() {
    return fresh;
  }

  State state() {
    return state;
  }

  /** Notes hashes of files that samples are made of. */
  void learnedFrom(Collection<String> hashes) {
    files.addAll(hashes);
  }

  /** Whether a file was learned from. */
  boolean hasLearnedFrom(String hash) {
    return files.contains(hash);
  }

  /**
   * Notes a step.
   *
   * @param loss before it
   * @param rate of learning
   * @param position samples seen, failed ones included
   * @param failed samples among them
   */
  void stepped(double loss, double rate, long position, long failed) throws RunException {
    long step = state.step() + 1;
    folder.change(
        () -> {
          log.step(step, loss, rate);
          return null;
        });
    state = state.stepped(position, failed);
  }

  /** Notes what makes samples from now on, if it is not what made the last ones. */
  void madeBy(Map<String, String> versions) throws RunException {
    String text = Json.text(versions);
    if (!text.equals(state.versions())) {
      folder.change(
          () -> {
            log.versions(state.step(), versions);
            return null;
          });
      state = state.madeBy(text);
    }
  }

  /**
   * Notes that the network was measured.
   *
   * @param measures what was found, the one that counts first; none if there is nothing to measure
   *     on, and then the last network is the best
   * @return whether it is the best so far
   */
  boolean measured(List<Measure> measures) throws RunException {
    double score = measures.isEmpty() ? state.step() : measures.get(0).value();
    boolean better = state.betters(score);
    if (!measures.isEmpty()) {
      folder.change(
          () -> {
            log.validation(state.step(), measures, better);
            return null;
          });
    }
    state = state.measured(score);
    return better;
  }

  /** Notes that nothing is left to do. */
  void ended() {
    state = (state.bestStep() < 0 ? state.measured(state.step()) : state).atEnd();
  }

  /** Keeps all of it, and the network. */
  void save(Network network) throws RunException {
    state = state.logged(folder.change(log::force));
    folder.save(state, network, files);
  }

  @Override
  public void close() throws RunException {
    folder.change(
        () -> {
          log.close();
          return null;
        });
  }
}
