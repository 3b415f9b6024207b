package org.variegate.learning.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.variegate.api.Sample;
import org.variegate.api.task.Explaining;
import org.variegate.api.task.Network;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.engine.Engine;
import org.variegate.engine.MadeSample;
import org.variegate.engine.Pipeline;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.learning.Trainer.Explained;
import org.variegate.engine.learning.Trainer.Predicted;
import org.variegate.engine.learning.TrainingListener;
import org.variegate.engine.recipe.Probe;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;

/** Lets the best state of a trained model look at samples, one after another. */
final class LookRun {
  private final Engine engine;
  private final Recipe recipe;
  private final ModelFolder folder;
  private final TrainingListener listener;

  LookRun(Engine engine, Recipe recipe, ModelFolder folder, TrainingListener listener) {
    this.engine = engine;
    this.recipe = recipe;
    this.folder = folder;
    this.listener = listener;
  }

  /** Predicts all samples of a probe and writes them; says how many failed. */
  long predict(String test, Probe probe, Path directory, Predicted each)
      throws RecipeException, RunException {
    return run(
        test,
        probe,
        recipe.of(test, probe).withSinkOf(recipe),
        (name, sample, network, pipeline) -> {
          network.predict(sample);
          new SampleFiles(directory, stem(name)).write(pipeline.sink(), sample);
          each.hear(name, sample.annotations());
        });
  }

  /** Explains all samples of a probe; says how many failed. */
  long explain(String test, Probe probe, Explained each) throws RecipeException, RunException {
    return run(
        test,
        probe,
        recipe.of(test, probe),
        (name, sample, network, pipeline) -> {
          if (!(network instanceof Explaining explaining)) {
            throw new RunException(
                Cause.LEARNING, "this model cannot show what it decides by; a classifier can");
          }
          each.hear(name, sample, explaining.explain(sample));
        });
  }

  /** What is done with a sample. */
  @FunctionalInterface
  private interface Look {
    void at(String name, Sample sample, Network network, Pipeline pipeline) throws RunException;
  }

  private long run(String test, Probe probe, Recipe samples, Look look)
      throws RecipeException, RunException {
    try (BestNetwork best = BestNetwork.open(engine, samples, recipe.seed(), folder)) {
      long count = Tester.samples(test, probe, best.pipeline().facts());
      Failures failures = new Failures(1, count, 0, listener);
      listener.begins(count, 0);
      for (long index = 0; index < count && !listener.stopRequested(); index++) {
        String failure = look(index, best.pipeline(), best.network(), look);
        if (failure != null) {
          failures.add(new Item(index, null, null, failure));
        }
        listener.stepDone(index + 1, Double.NaN, 0);
      }
      return failures.count();
    } catch (OutOfMemoryError e) {
      throw NativeMemory.told(e, folder.path());
    }
  }

  /** Why a sample failed; null if it did not. */
  private static String look(long index, Pipeline pipeline, Network network, Look look)
      throws RunException {
    MadeSample made;
    try {
      made = pipeline.make(index, new DrawRecord(), Overrides.NONE);
    } catch (RuntimeException | LinkageError e) {
      return pipeline.failure(e);
    }
    try (made) {
      look.at(name(index, made.inputs()), made.sample(), network, pipeline);
      return null;
    } catch (RuntimeException e) {
      return "model: " + e.getMessage();
    }
  }

  /** The first file that a sample is made from. */
  private static String name(long index, Map<String, String> inputs) {
    return inputs.keySet().stream()
        .findFirst()
        .map(input -> input.substring(input.indexOf('/') + 1))
        .orElse(String.format(Locale.ROOT, "%06d", index));
  }

  private static String stem(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.indexOf('.', 1);
    return dot < 0 ? file : file.substring(0, dot);
  }
}
