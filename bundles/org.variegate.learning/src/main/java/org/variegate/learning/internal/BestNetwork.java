package org.variegate.learning.internal;

import org.variegate.api.TaskModel;
import org.variegate.api.task.Network;
import org.variegate.api.task.Setting;
import org.variegate.engine.Engine;
import org.variegate.engine.Pipeline;
import org.variegate.engine.RunException;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;

/**
 * The best network of a training, and samples for it.
 *
 * @param pipeline makes them
 * @param network as it was at its best
 * @param state at the end of the training, or when it was interrupted
 */
record BestNetwork(Pipeline pipeline, Network network, State state) implements AutoCloseable {

  /**
   * Opens both.
   *
   * @param samples the recipe of the samples, with the model
   * @param seed of the training
   * @param folder of the training
   */
  static BestNetwork open(Engine engine, Recipe samples, long seed, ModelFolder folder)
      throws RecipeException, RunException {
    State last = folder.last();
    Pipeline pipeline = engine.openWithModel(samples);
    boolean open = false;
    try {
      Setting setting = new Setting(pipeline.facts(), seed, last.threads());
      TaskModel model = pipeline.model();
      Network network = folder.checkpoint(last.bestStep()).load(in -> model.load(setting, in));
      open = true;
      return new BestNetwork(pipeline, network, last);
    } finally {
      if (!open) {
        pipeline.close();
      }
    }
  }

  @Override
  public void close() {
    try (pipeline) {
      network.close();
    }
  }
}
