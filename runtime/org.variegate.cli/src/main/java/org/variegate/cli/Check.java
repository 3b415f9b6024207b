package org.variegate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.variegate.engine.Engine;
import org.variegate.engine.Pipeline;
import org.variegate.engine.recipe.Probe;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.StageNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Checks a recipe. */
@Command(
    name = "check",
    description = "Checks a recipe and all its stages without making a sample.",
    sortOptions = false)
final class Check implements Callable<Integer> {
  @ParentCommand Root root;
  @Mixin RecipeChoice choice;

  @Override
  public Integer call() throws RecipeException, CommandFailure {
    Engine engine = root.session().engine();
    Recipe recipe = choice.read(engine);
    try (Pipeline pipeline = open(engine, recipe)) {
      List<String> way = way(recipe);
      List<String> gives = List.copyOf(new TreeSet<>(pipeline.gives()));
      if (root.json) {
        say(
            JsonLine.of(
                Map.of(
                    "name",
                    recipe.name(),
                    "samples",
                    recipe.samples(),
                    "stages",
                    way,
                    "gives",
                    gives)));
      } else {
        say("ok: " + recipe.name() + ", " + recipe.samples() + " samples");
        say("    " + String.join(" > ", way));
        say("    gives " + String.join(", ", gives));
      }
    }
    if (recipe.learning() != null) {
      probes(engine, recipe);
    }
    return ExitCode.DONE;
  }

  /** A training needs its validation, but not yet what it will be tested on. */
  private void probes(Engine engine, Recipe recipe) throws RecipeException {
    if (recipe.learning().validation() != null) {
      engine.open(recipe.of("validation", recipe.learning().validation())).close();
    }
    for (Map.Entry<String, Probe> test : recipe.learning().tests().entrySet()) {
      try {
        engine.open(recipe.of(test.getKey(), test.getValue())).close();
      } catch (RecipeException e) {
        String line = "variegate: warning: test " + test.getKey() + " is not ready: ";
        root.session().err().println(line + e.getMessage());
      }
    }
  }

  /** With the model's component, so that it too refuses its options, where it can be made. */
  private Pipeline open(Engine engine, Recipe recipe) throws RecipeException {
    boolean learns = recipe.learning() != null && new LearningBundles(root.session()).started();
    return learns ? engine.openWithModel(recipe) : engine.open(recipe);
  }

  private void say(String line) {
    root.session().out().println(line);
  }

  private static List<String> way(Recipe recipe) {
    List<String> ids = new ArrayList<>();
    ids.add(recipe.pipeline().source().id());
    recipe.pipeline().stages().stream().map(StageNode::id).forEach(ids::add);
    if (recipe.learning() != null) {
      ids.add(recipe.learning().model().plugin());
    }
    if (recipe.sink() != null) {
      ids.add(recipe.sink().plugin());
    }
    return ids;
  }
}
