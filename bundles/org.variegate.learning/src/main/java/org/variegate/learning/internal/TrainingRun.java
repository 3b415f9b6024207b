package org.variegate.learning.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.variegate.api.task.Example;
import org.variegate.api.task.Measure;
import org.variegate.engine.Pipeline;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.learning.Tested;
import org.variegate.engine.learning.Trained;
import org.variegate.engine.learning.TrainingListener;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.Training;

/**
 * One training, from the last checkpoint on. What it learns depends on the recipe and the number of
 * threads that compute a step; not on how many make samples, nor on interruptions.
 */
final class TrainingRun {
  private static final double ROOM_OF_VALIDATION = 0.25;

  private final Recipe recipe;
  private final Training training;
  private final Pipeline pipeline;
  private final Tester validation;
  private final ModelFolder folder;
  private final int workers;
  private final TrainingListener listener;
  private final long steps;
  private final long interval;

  private Journal journal;
  private Learner learner;
  private long waited;
  private long worked;
  private double loss = Double.NaN;

  /**
   * A training.
   *
   * @param recipe with a model
   * @param pipeline of it, with the model
   * @param validation measures the network, or null
   * @param folder taken for it
   * @param workers threads that make samples
   * @param listener called by this thread
   */
  TrainingRun(
      Recipe recipe,
      Pipeline pipeline,
      Tester validation,
      ModelFolder folder,
      int workers,
      TrainingListener listener) {
    this.recipe = recipe;
    this.training = recipe.learning().training();
    this.pipeline = pipeline;
    this.validation = validation;
    this.folder = folder;
    this.workers = workers;
    this.listener = listener;
    long each = ceilDiv(recipe.samples(), training.batch());
    this.steps = ceilDiv(recipe.samples() * training.epochs(), training.batch());
    this.interval = training.interval() == 0 ? each : training.interval();
  }

  private static long ceilDiv(long samples, long batch) {
    return (samples + batch - 1) / batch;
  }

  /** Trains to the end, or until asked to stop. */
  Trained run() throws RunException {
    try {
      return learned();
    } catch (OutOfMemoryError e) {
      throw NativeMemory.told(e, folder.path());
    }
  }

  private Trained learned() throws RunException {
    try (Journal opened = new Journal(folder, threads())) {
      journal = opened;
      requireThreads();
      try (Learner begun = new Learner(pipeline, folder, journal, recipe.seed())) {
        learner = begun;
        listener.begins(steps, state().step());
        while (!state().ended() && !listener.stopRequested()) {
          stretch();
        }
        return trained();
      }
    }
  }

  private State state() {
    return journal.state();
  }

  private int threads() {
    return training.threads() > 0
        ? training.threads()
        : Math.min(Runtime.getRuntime().availableProcessors(), 64);
  }

  private void requireThreads() {
    if (training.threads() == 0 && threads() != state().threads()) {
      listener.notice(
          "goes on with "
              + state().threads()
              + " threads, with which it was begun: what it learns depends on them");
    }
  }

  /** Trains with one version of the model: to the end, a stop, or its replacement. */
  private void stretch() throws RunException {
    Order order = new Order(recipe.seed(), recipe.samples());
    Examples examples =
        new Examples(pipeline, recipe.pipeline().source().id(), learner.network(), room());
    long end = recipe.samples() * training.epochs();
    int ahead = 2 * training.batch() + 2 * workers;
    long begin = System.nanoTime();
    long waitedBefore = waited;
    try (ExampleStream stream =
        new ExampleStream(examples, order::index, state().position(), end, workers, ahead)) {
      Failures failures = new Failures(recipe.failuresMaximum(), end, state().failed(), listener);
      Batches batches =
          new Batches(stream, state().position(), training.batch(), failures, journal::learnedFrom);
      while (!state().ended() && !listener.stopRequested() && !learner.isReplaced()) {
        if (due()) {
          validate();
        } else {
          step(batches.next(), batches.position(), failures.count());
        }
        waited = waitedBefore + stream.waited();
        listener.stepDone(state().step(), loss, waitedShare(begin));
      }
    }
    worked += System.nanoTime() - begin;
    if (!state().ended()) {
      journal.save(learner.network());
      exchange();
    }
  }

  /** Bytes of examples to keep: none of what is shown once. */
  private long room() {
    double share = validation == null ? 1 : 1 - ROOM_OF_VALIDATION;
    return training.epochs() == 1 ? 0 : (long) (training.megabytes() * 1e6 * share);
  }

  /** Whether the network is to be measured before it learns more. */
  private boolean due() {
    boolean time = state().step() % interval == 0 || state().step() >= steps;
    return state().step() > state().measuredStep() && time;
  }

  private double waitedShare(long begin) {
    return waited / (double) Math.max(1, worked + System.nanoTime() - begin);
  }

  /** Gives what was learned to the model that is there now. */
  private void exchange() throws RunException {
    if (learner.isReplaced() && !listener.stopRequested()) {
      learner.exchange();
      listener.notice(
          "the model was replaced after step " + state().step() + "; it goes on from there");
    }
  }

  private void step(List<Example> batch, long position, long failed) throws RunException {
    if (batch.isEmpty()) {
      requireSome();
      journal.ended(); // the last samples failed, so there was no batch of them
      journal.save(learner.network());
      return;
    }
    journal.madeBy(pipeline.versions());
    double rate = training.rate(state().step(), steps);
    loss = learner.learn(batch, rate);
    journal.stepped(loss, rate, position, failed);
  }

  private void requireSome() throws RunException {
    if (state().step() == 0) {
      throw new RunException(Cause.FAILURES, "there is no sample to learn from");
    }
  }

  /** Measures the network, keeps it, and sees whether it gets better. */
  private void validate() throws RunException {
    List<Measure> measures = List.of();
    if (validation != null) {
      Tested tested = measure();
      if (tested == null) {
        return; // asked to stop; it is measured when the training goes on
      }
      requireApart(validation.files());
      measures = tested.measures();
    }
    boolean better = journal.measured(measures);
    if (!measures.isEmpty()) {
      listener.validated(state().step(), measures, better);
    }
    boolean patient = training.patience() == 0 || state().stale() < training.patience();
    if (state().step() >= steps || !patient) {
      journal.ended();
    }
    journal.save(learner.network());
  }

  private Tested measure() throws RunException {
    long room = (long) (training.megabytes() * 1e6 * ROOM_OF_VALIDATION);
    return validation.measure(learner.network(), room, new Quiet(listener));
  }

  private void requireApart(Set<String> measured) throws RunException {
    for (String file : measured) {
      if (journal.hasLearnedFrom(file)) {
        throw new RunException(
            Cause.LEARNING,
            "validation: a file with SHA-256 "
                + file.substring(0, 12)
                + "... is learned from too; they must share none");
      }
    }
  }

  private Trained trained() throws RunException {
    double share = worked == 0 ? 0 : waited / (double) worked;
    String sha256 = state().ended() ? folder.change(this::card) : null;
    return new Trained(state().step(), state().ended(), state().bestStep(), share, sha256);
  }

  private String card() throws IOException {
    Path best = folder.checkpoint(state().bestStep()).network();
    ModelCard card = new ModelCard(folder.path());
    card.describe(learner.network().describe());
    card.write(recipe.name(), state(), best);
    card.report(recipe.name(), state(), best);
    return ModelCard.sha256(best);
  }
}
