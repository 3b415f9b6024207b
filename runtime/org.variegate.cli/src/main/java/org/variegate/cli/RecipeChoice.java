package org.variegate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.variegate.engine.Engine;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which recipe, with which values. */
final class RecipeChoice {
  @Parameters(index = "0", paramLabel = "CONFIG", description = "The recipe, a YAML file.")
  Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      converter = AssignmentConverter.class,
      description = {
        "Sets a parameter of the recipe, or any value by its path: samples, seed, source.KEY,"
            + " stages.ID.KEY, sink.KEY. May be repeated."
      })
  List<String> assignments = new ArrayList<>();

  Recipe read(Engine engine) throws RecipeException {
    return engine.read(file, assignments);
  }
}
