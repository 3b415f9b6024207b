package org.variegate.learning.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.variegate.draws.NearestName;
import org.variegate.engine.Engine;
import org.variegate.engine.Pipeline;
import org.variegate.engine.RunException;
import org.variegate.engine.learning.Tested;
import org.variegate.engine.learning.Trained;
import org.variegate.engine.learning.Trainer;
import org.variegate.engine.learning.TrainingListener;
import org.variegate.engine.recipe.Learning;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.Probe;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;

/** Trains and measures. */
@Component
public final class TrainerComponent implements Trainer {
  private static final String VALIDATION = "validation";

  private final Engine engine;

  /**
   * A trainer.
   *
   * @param engine makes samples
   */
  @Activate
  public TrainerComponent(@Reference Engine engine) {
    this.engine = engine;
  }

  @Override
  public Trained train(Recipe recipe, int workers, TrainingListener listener)
      throws RecipeException, RunException {
    Learning learning = learning(recipe);
    if (recipe.samples() < 1) {
      throw new RecipeException(recipe.file(), "samples: needs at least 1 to learn from, got 0");
    }
    Probe probe = learning.validation();
    Recipe validation = probe == null ? null : recipe.of(VALIDATION, probe);
    try (ModelFolder folder = ModelFolder.take(directory(recipe), learning.resolved());
        Pipeline pipeline = engine.openWithModel(recipe);
        Pipeline measuring = validation == null ? null : engine.open(validation)) {
      Tester tester =
          validation == null
              ? null
              : new Tester(
                  VALIDATION, validation, probe, measuring, workers, learning.training().batch());
      return new TrainingRun(recipe, pipeline, tester, folder, workers, listener).run();
    }
  }

  private static Learning learning(Recipe recipe) throws RecipeException {
    if (recipe.learning() == null) {
      throw new RecipeException(recipe.file(), "model: needs one to learn, has none");
    }
    return recipe.learning();
  }

  private static Path directory(Recipe recipe) throws RecipeException {
    String directory = learning(recipe).training().directory();
    if (directory == null) {
      throw new RecipeException(
          recipe.file(), "training.directory: needs a folder for the model, got none");
    }
    return Path.of(directory);
  }

  @Override
  public List<Tested> evaluate(
      Recipe recipe, List<String> tests, int workers, TrainingListener listener)
      throws RecipeException, RunException {
    Map<String, Probe> all = learning(recipe).tests();
    if (all.isEmpty()) {
      throw new RecipeException(recipe.file(), "test: needs one to measure the model on, has none");
    }
    for (String name : tests) {
      probe(recipe, name);
    }
    List<Tested> found = new ArrayList<>();
    RecipeException unready = null;
    try (ModelFolder folder = ModelFolder.look(directory(recipe))) {
      for (String name : tests.isEmpty() ? List.copyOf(all.keySet()) : tests) {
        try {
          Tested tested =
              new TestRun(engine, recipe, folder, workers, listener).run(name, all.get(name));
          if (tested == null) {
            return found;
          }
          found.add(tested);
        } catch (RecipeException e) {
          if (tests.contains(name)) {
            throw e;
          }
          listener.notice("test " + name + " is not ready: " + e.getMessage());
          unready = unready == null ? e : unready;
        }
      }
    }
    if (found.isEmpty() && unready != null) {
      throw unready;
    }
    return found;
  }

  @Override
  public long predict(
      Recipe recipe, String test, Path directory, Predicted each, TrainingListener listener)
      throws RecipeException, RunException {
    Probe probe = probe(recipe, test);
    try (ModelFolder folder = ModelFolder.look(directory(recipe))) {
      return new LookRun(engine, recipe, folder, listener).predict(test, probe, directory, each);
    }
  }

  @Override
  public long explain(Recipe recipe, String test, Explained each, TrainingListener listener)
      throws RecipeException, RunException {
    Probe probe = probe(recipe, test);
    try (ModelFolder folder = ModelFolder.look(directory(recipe))) {
      return new LookRun(engine, recipe, folder, listener).explain(test, probe, each);
    }
  }

  @Override
  public long export(Recipe recipe, Path file) throws RecipeException, RunException {
    try (ModelFolder folder = ModelFolder.look(directory(recipe));
        BestNetwork best = BestNetwork.open(engine, recipe, recipe.seed(), folder)) {
      return new Export(best.network()).write(file);
    }
  }

  private static Probe probe(Recipe recipe, String test) throws RecipeException {
    Map<String, Probe> all = learning(recipe).tests();
    if (!all.containsKey(test)) {
      throw new RecipeException(
          new Position("--test " + test, 0, 0),
          "there is no such test; " + NearestName.hint(test, all.keySet()));
    }
    return all.get(test);
  }
}
