package org.variegate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.variegate.engine.Engine;
import org.variegate.engine.RunException;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Draws samples. */
@Command(
    name = "preview",
    description = {
      "Makes a picture of a recipe's first samples: mid-slices, or pictures; labels in colour beside."
    },
    sortOptions = false)
final class Preview implements Callable<Integer> {
  @ParentCommand Root root;
  @Mixin RecipeChoice choice;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The picture, a PNG; named after the recipe unless given.")
  Path output;

  @Option(names = "--samples", paramLabel = "N", description = "How many; 6 unless given.")
  int samples = 6;

  @Override
  public Integer call() throws RecipeException, RunException, CommandFailure {
    needSamples(samples);
    Path file = output == null ? pictureOf(choice.file) : output;
    Engine engine = root.session().engine();
    Recipe recipe = choice.read(engine);
    write(engine, recipe, samples, file);
    root.session()
        .out()
        .println(
            root.json ? JsonLine.of(Map.of("event", "end", "picture", file)) : "picture: " + file);
    return ExitCode.DONE;
  }

  static void needSamples(int samples) throws CommandFailure {
    if (samples < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--samples: needs 1 or more, got " + samples);
    }
  }

  /** The name of a recipe's picture in the working directory. */
  static Path pictureOf(Path recipe) {
    String name = recipe.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    return Path.of(name + ".png");
  }

  static void write(Engine engine, Recipe recipe, int samples, Path file)
      throws RecipeException, RunException, CommandFailure {
    try {
      ContactSheet.write(engine, recipe, samples, file);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.TARGET, file + ": cannot be written: " + e.getMessage());
    }
  }
}
