package org.variegate.learning.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.variegate.api.TaskModel;
import org.variegate.api.task.Example;
import org.variegate.api.task.Network;
import org.variegate.api.task.Setting;
import org.variegate.engine.Pipeline;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.files.Json;
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
  private final Set<String> files = new TreeSet<>();
  private final long steps;
  private final long interval;

  private State state;
  private TrainingLog log;
  private TaskModel model;
  private Network network;
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
    begin();
    try {
      listener.begins(steps, state.step());
      while (!state.ended() && !listener.stopRequested()) {
        stretch();
      }
      return trained();
    } finally {
      end();
    }
  }

  private void begin() throws RunException {
    List<Long> checkpoints = folder.checkpoints();
    model = pipeline.model();
    if (checkpoints.isEmpty()) {
      state = State.begin(threads());
      network = created();
    } else {
      long last = checkpoints.get(checkpoints.size() - 1);
      state = folder.state(last);
      requireThreads();
      files.addAll(folder.files(last));
      network = folder.load(last, in -> model.load(setting(), in));
    }
    log =
        folder.change(() -> TrainingLog.open(folder.path().resolve(ModelFolder.LOG), state.log()));
  }

  private int threads() {
    return training.threads() > 0
        ? training.threads()
        : Math.min(Runtime.getRuntime().availableProcessors(), 64);
  }

  private void requireThreads() {
    if (training.threads() == 0 && threads() != state.threads()) {
      listener.notice(
          "goes on with "
              + state.threads()
              + " threads, with which it was begun: what it learns depends on them");
    }
  }

  private Setting setting() {
    return new Setting(pipeline.facts(), recipe.seed(), state.threads());
  }

  private Network created() throws RunException {
    try {
      return model.create(setting());
    } catch (IOException | IllegalArgumentException e) {
      throw new RunException(Cause.LEARNING, "model: " + e.getMessage());
    }
  }

  /** Trains with one version of the model: to the end, a stop, or its replacement. */
  private void stretch() throws RunException {
    Order order = new Order(recipe.seed(), recipe.samples());
    long room =
        (long) (training.megabytes() * 1e6 * (validation == null ? 1 : 1 - ROOM_OF_VALIDATION));
    Examples examples = new Examples(pipeline, recipe.pipeline().source().id(), network, room);
    long end = recipe.samples() * training.epochs();
    int ahead = 2 * training.batch() + 2 * workers;
    long begin = System.nanoTime();
    long waitedBefore = waited;
    try (ExampleStream stream =
        new ExampleStream(examples, order::index, state.position(), end, workers, ahead)) {
      Failures failures = new Failures(recipe.failuresMaximum(), end, state.failed(), listener);
      Batches batches =
          new Batches(stream, state.position(), training.batch(), failures, files::addAll);
      while (!state.ended() && !listener.stopRequested() && !replaced()) {
        if (due()) {
          validate();
        } else {
          step(batches.next(), batches.position(), failures.count());
        }
        waited = waitedBefore + stream.waited();
        listener.stepDone(state.step(), loss, waitedShare(begin));
      }
    }
    worked += System.nanoTime() - begin;
    if (!state.ended()) {
      save();
      exchange();
    }
  }

  /** Whether the network is to be measured before it learns more. */
  private boolean due() {
    boolean time = state.step() % interval == 0 || state.step() >= steps;
    return state.step() > state.measuredStep() && time;
  }

  private double waitedShare(long begin) {
    return waited / (double) Math.max(1, worked + System.nanoTime() - begin);
  }

  private boolean replaced() throws RunException {
    return pipeline.model() != model;
  }

  /** Gives what was learned to the model that is there now. */
  private void exchange() throws RunException {
    TaskModel now = pipeline.model();
    if (now == model || listener.stopRequested()) {
      return;
    }
    network.close();
    model = now;
    network = folder.load(state.step(), in -> now.load(setting(), in));
    listener.notice(
        "the model was replaced after step " + state.step() + "; it goes on from there");
  }

  private void step(List<Example> batch, long position, long failed) throws RunException {
    if (batch.isEmpty()) {
      requireSome();
      finish();
      return;
    }
    noteVersions();
    double rate = training.rate(state.step(), steps);
    loss = trained(batch, rate);
    if (!Double.isFinite(loss)) {
      throw new RunException(
          Cause.LEARNING,
          "the loss is "
              + loss
              + " at step "
              + state.step()
              + "; a lower training.rate may help; what was learned until the last checkpoint is in "
              + folder.path());
    }
    long step = state.step() + 1;
    folder.change(() -> log(step, rate));
    state = state.stepped(position, failed);
  }

  private double trained(List<Example> batch, double rate) throws RunException {
    try {
      return network.train(batch, rate, state.step());
    } catch (RuntimeException e) {
      throw new RunException(Cause.LEARNING, "model: step " + state.step() + ": " + e.getMessage());
    }
  }

  private Void log(long step, double rate) throws IOException {
    log.step(step, loss, rate);
    return null;
  }

  private void requireSome() throws RunException {
    if (state.step() == 0) {
      throw new RunException(Cause.FAILURES, "there is no sample to learn from");
    }
  }

  private void noteVersions() throws RunException {
    Map<String, String> versions = pipeline.versions();
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

  /** Measures the network, keeps it, and sees whether it gets better. */
  private void validate() throws RunException {
    Tested tested = validation == null ? null : measure();
    if (validation != null) {
      if (tested == null) {
        return; // asked to stop; it is measured when the training goes on
      }
      requireApart(validation.files());
    }
    boolean measured = tested != null && !tested.measures().isEmpty();
    double score = measured ? tested.measures().get(0).value() : state.step();
    boolean better = state.betters(score);
    if (measured) {
      listener.validated(state.step(), tested.measures(), better);
      folder.change(
          () -> {
            log.validation(state.step(), tested.measures(), better);
            return null;
          });
    }
    state = state.measured(score);
    boolean patient = training.patience() == 0 || state.stale() < training.patience();
    if (state.step() >= steps || !patient) {
      state = state.atEnd();
    }
    save();
  }

  private Tested measure() throws RunException {
    long room = (long) (training.megabytes() * 1e6 * ROOM_OF_VALIDATION);
    return validation.measure(network, room, new Quiet(listener));
  }

  private void requireApart(Set<String> measured) throws RunException {
    for (String file : measured) {
      if (files.contains(file)) {
        throw new RunException(
            Cause.LEARNING,
            "validation: a file with SHA-256 "
                + file.substring(0, 12)
                + "... is learned from too; they must share none");
      }
    }
  }

  /** The last samples failed, so there was no batch of them. */
  private void finish() throws RunException {
    state = (state.bestStep() < 0 ? state.measured(state.step()) : state).atEnd();
    save();
  }

  private void save() throws RunException {
    long bytes = folder.change(log::force);
    state = state.logged(bytes);
    folder.save(state, network, files);
  }

  private Trained trained() throws RunException {
    double share = worked == 0 ? 0 : waited / (double) worked;
    String sha256 = state.ended() ? folder.change(this::card) : null;
    return new Trained(state.step(), state.ended(), state.bestStep(), share, sha256);
  }

  private String card() throws IOException {
    Path best = folder.network(state.bestStep());
    ModelCard card = new ModelCard(folder.path());
    card.describe(network.describe());
    card.write(recipe.name(), state, best);
    card.report(recipe.name(), state, best);
    return ModelCard.sha256(best);
  }

  private void end() throws RunException {
    network.close();
    if (log != null) {
      folder.change(
          () -> {
            log.close();
            return null;
          });
    }
  }
}
