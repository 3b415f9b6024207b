package org.variegate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.variegate.engine.Engine;
import org.variegate.engine.Pipeline;
import org.variegate.engine.RunException;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Makes one sample again. */
@Command(
    name = "replay",
    description = {
      "Makes one sample of a dataset again, byte for byte, or with other values for some of its"
          + " draws, and prints its line of the manifest."
    },
    sortOptions = false)
final class Replay implements Callable<Integer> {
  private static final Pattern OF_RECIPE =
      Pattern.compile("[^.=]*=.*|(stages|source|sink|failures|swap)\\..*", Pattern.DOTALL);
  private static final Pattern HASH = Pattern.compile("\"sha256\"\\s*:\\s*\"([0-9a-f]{64})\"");

  @ParentCommand Root root;

  @Parameters(index = "0", paramLabel = "CONFIG", description = "The recipe, a YAML file.")
  Path file;

  @Parameters(index = "1", paramLabel = "INDEX", description = "The sample's index, from 0.")
  long index;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      converter = AssignmentConverter.class,
      description = {
        "Sets a draw by its name in the manifest (noise.sigma=3, deformation.rotation[1]=5), or a"
            + " value of the recipe as for 'run' (labels=..., stages.noise.sigma=...). May be"
            + " repeated."
      })
  List<String> assignments = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "A folder for the sample's files.")
  Path output;

  @Override
  public Integer call() throws RecipeException, RunException, CommandFailure {
    if (index < 0) {
      throw new CommandFailure(ExitCode.USAGE, "INDEX: needs 0 or more, got " + index);
    }
    Engine engine = root.session().engine();
    Recipe recipe = engine.read(file, assignments.stream().filter(Replay::isOfRecipe).toList());
    if (index >= recipe.samples()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "INDEX: needs less than the recipe's " + recipe.samples() + " samples, got " + index);
    }
    if (recipe.sink() == null) {
      throw new CommandFailure(
          ExitCode.RECIPE, recipe.file() + ": a replay needs a sink to encode the sample");
    }
    List<String> draws = assignments.stream().filter(a -> !isOfRecipe(a)).toList();
    try (Pipeline pipeline = engine.open(recipe)) {
      String line = engine.replay(recipe, pipeline, index, draws, output);
      root.session().out().println(line);
      Matcher hash = HASH.matcher(line);
      if (!root.json && hash.find()) {
        root.session().out().println("sample sha256 " + hash.group(1));
      }
    }
    return ExitCode.DONE;
  }

  /** Names of draws have a dot after the stage's id; the recipe's own names begin differently. */
  static boolean isOfRecipe(String assignment) {
    return OF_RECIPE.matcher(assignment).matches();
  }
}
