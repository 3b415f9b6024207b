package org.variegate.learning.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.variegate.api.Stage;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Network;
import org.variegate.engine.Pipeline;
import org.variegate.engine.RunException;
import org.variegate.engine.learning.Tested;
import org.variegate.engine.learning.TrainingListener;
import org.variegate.engine.recipe.Probe;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;

/** Measures a network on the samples of a probe. Used by one thread. */
final class Tester {
  private final String name;
  private final Recipe recipe;
  private final Pipeline pipeline;
  private final long samples;
  private final int workers;
  private final int batch;
  private final Set<String> files = new TreeSet<>();
  private Examples examples;
  private Network of;

  /**
   * A tester.
   *
   * @param name of the probe
   * @param recipe of the probe's samples
   * @param probe what it says of them
   * @param pipeline opened from the recipe
   * @param workers threads that make samples
   * @param batch examples that the network looks at together
   * @throws RecipeException if nobody says how many samples there are
   */
  Tester(String name, Recipe recipe, Probe probe, Pipeline pipeline, int workers, int batch)
      throws RecipeException {
    this.name = name;
    this.recipe = recipe;
    this.pipeline = pipeline;
    this.samples = samples(name, probe, pipeline.facts());
    this.workers = workers;
    this.batch = batch;
  }

  /**
   * How many samples a probe has.
   *
   * @throws RecipeException if nobody says it
   */
  static long samples(String name, Probe probe, Map<String, Object> facts) throws RecipeException {
    if (probe.samples() != Probe.ONE_PASS) {
      return probe.samples();
    }
    if (facts.get(Stage.PASS) instanceof Number pass) {
      return pass.longValue();
    }
    throw new RecipeException(
        probe.position(),
        name + ": samples is missing, and its source has no end: such as 'samples: 200'");
  }

  /** How many batches there are. */
  long batches() {
    return (samples + batch - 1) / batch;
  }

  /** Hashes of the files that its sources read, once it has measured. */
  Set<String> files() {
    return files;
  }

  /**
   * Measures.
   *
   * @param network whose examples are kept until another is measured
   * @param room bytes of examples to keep for the next time
   * @param listener told of batches, and asked whether to stop
   * @return what was found; null if asked to stop
   */
  Tested measure(Network network, long room, TrainingListener listener) throws RunException {
    if (of != network) {
      examples = new Examples(pipeline, recipe.pipeline().source().id(), network, room);
      of = network;
    }
    Failures failures = new Failures(recipe.failuresMaximum(), samples, 0, listener);
    Evaluation evaluation = network.evaluation();
    int ahead = 2 * batch + 2 * workers;
    try (ExampleStream stream =
        new ExampleStream(examples, index -> index, 0, samples, workers, ahead)) {
      Batches batches = new Batches(stream, 0, batch, failures, files::addAll);
      List<Example> next = batches.next();
      for (long done = 1; !next.isEmpty(); done++) {
        if (listener.stopRequested()) {
          return null;
        }
        evaluation.add(next);
        listener.stepDone(done, Double.NaN, 0);
        next = batches.next();
      }
    }
    return new Tested(name, samples, failures.count(), evaluation.measures(), evaluation.details());
  }
}
