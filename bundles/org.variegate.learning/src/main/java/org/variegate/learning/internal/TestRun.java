package org.variegate.learning.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.variegate.api.task.Network;
import org.variegate.api.task.Shown;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.engine.Engine;
import org.variegate.engine.MadeSample;
import org.variegate.engine.Pipeline;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.files.Disk;
import org.variegate.engine.files.Json;
import org.variegate.engine.learning.Tested;
import org.variegate.engine.learning.TrainingListener;
import org.variegate.engine.recipe.Probe;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.learning.internal.report.ShownSamples;

/** Measures the best state of a trained model on one test. */
final class TestRun {
  private final Engine engine;
  private final Recipe recipe;
  private final ModelFolder folder;
  private final int workers;
  private final TrainingListener listener;

  TestRun(
      Engine engine, Recipe recipe, ModelFolder folder, int workers, TrainingListener listener) {
    this.engine = engine;
    this.recipe = recipe;
    this.folder = folder;
    this.workers = workers;
    this.listener = listener;
  }

  /** What was found, which is also written beside the model; null if asked to stop. */
  Tested run(String name, Probe probe) throws RecipeException, RunException {
    Recipe samples = recipe.of(name, probe);
    int batch = recipe.learning().training().batch();
    try (BestNetwork best = BestNetwork.open(engine, samples, recipe.seed(), folder)) {
      Tester tester = new Tester(name, samples, probe, best.pipeline(), workers, batch);
      listener.begins(tester.batches(), 0);
      Tested tested = tester.measure(best.network(), 0, listener);
      if (tested == null) {
        return null;
      }
      requireApart(name, tester.files(), folder.checkpoint(best.state().step()).files());
      ShownSamples shown = shown(best.pipeline(), best.network(), tested.samples());
      if (shown == null) {
        return null;
      }
      write(tested, best.state(), shown);
      return tested;
    } catch (OutOfMemoryError e) {
      throw NativeMemory.told(e, folder.path());
    }
  }

  private static void requireApart(String name, Set<String> measured, Set<String> learned)
      throws RunException {
    for (String file : measured) {
      if (learned.contains(file)) {
        throw new RunException(
            Cause.LEARNING,
            "test."
                + name
                + ": a file with SHA-256 "
                + file.substring(0, 12)
                + "... was learned from; a test must share no file with the training");
      }
    }
  }

  /** The first samples as the network sees them; null if asked to stop. */
  private ShownSamples shown(Pipeline pipeline, Network network, long samples) throws RunException {
    ShownSamples shown = new ShownSamples();
    for (long index = 0; index < Math.min(samples, ShownSamples.COUNT); index++) {
      if (listener.stopRequested()) {
        return null;
      }
      try (MadeSample made = pipeline.make(index, new DrawRecord(), Overrides.NONE)) {
        Optional<Shown> seen = network.show(made.sample());
        if (seen.isPresent()) {
          shown.add(index, seen.get());
        }
      } catch (RuntimeException | LinkageError e) {
        listener.notice("sample " + index + " cannot be shown: " + pipeline.failure(e));
      }
    }
    return shown;
  }

  private void write(Tested tested, State state, ShownSamples shown) throws RunException {
    String name = tested.name();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("test", name);
    tree.put("step", state.bestStep());
    tree.put("samples", tested.samples());
    tree.put("failed", tested.failed());
    tree.put("measures", Measures.tree(tested.measures()));
    tree.putAll(new TreeMap<>(tested.details()));
    byte[] text = (Json.text(tree) + "\n").getBytes(StandardCharsets.UTF_8);
    folder.change(
        () -> {
          Disk.replace(folder.path().resolve(ModelCard.TEST + name + ".json"), text);
          shown.write(folder.path(), name);
          ModelCard card = new ModelCard(folder.path());
          Path network = folder.checkpoint(state.bestStep()).network();
          if (state.ended()) {
            card.write(recipe.name(), state, network);
          }
          card.report(recipe.name(), state, network);
          return null;
        });
  }
}
