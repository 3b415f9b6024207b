package org.variegate.learning.internal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.variegate.api.TaskModel;
import org.variegate.api.task.Network;
import org.variegate.api.task.Setting;
import org.variegate.engine.Engine;
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
    State last = folder.last();
    Recipe samples = recipe.of(name, probe);
    int batch = recipe.learning().training().batch();
    try (Pipeline pipeline = engine.openWithModel(samples)) {
      Setting setting = new Setting(pipeline.facts(), recipe.seed(), last.threads());
      Tester tester = new Tester(name, samples, probe, pipeline, workers, batch);
      TaskModel model = pipeline.model();
      try (Network network = folder.load(last.bestStep(), in -> model.load(setting, in))) {
        listener.begins(tester.batches(), 0);
        Tested tested = tester.measure(network, 0, listener);
        if (tested == null) {
          return null;
        }
        requireApart(name, tester.files(), folder.files(last.step()));
        write(name, tested, last);
        return tested;
      }
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

  private void write(String name, Tested tested, State state) throws RunException {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("test", name);
    tree.put("step", state.bestStep());
    tree.put("samples", tested.samples());
    tree.put("failed", tested.failed());
    tree.put("measures", Measures.tree(tested.measures()));
    tree.putAll(tested.details());
    byte[] text = (Json.text(tree) + "\n").getBytes(StandardCharsets.UTF_8);
    folder.change(
        () -> {
          Disk.replace(folder.path().resolve(ModelCard.TEST + name + ".json"), text);
          if (state.ended()) {
            new ModelCard(folder.path())
                .write(recipe.name(), state, folder.network(state.bestStep()));
          }
          return null;
        });
  }
}
