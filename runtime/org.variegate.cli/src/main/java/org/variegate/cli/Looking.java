package org.variegate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.variegate.engine.Engine;
import org.variegate.engine.recipe.Probe;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A command that lets a trained model look at files, in the place of a test's. */
abstract class Looking {
  private static final String PAIRS = "pairs";

  @ParentCommand Root root;
  @Mixin RecipeChoice choice;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "Images: PNG, JPEG, NIfTI or MGH.",
        "Where the test has pairs, the moving image and the fixed one."
      })
  List<Path> files = new ArrayList<>();

  @Option(
      names = "--test",
      paramLabel = "NAME",
      description = "The test whose stages the images go through; the recipe's first unless given.")
  String test;

  /** The test's name. */
  String test(Engine engine) throws RecipeException, CommandFailure {
    if (test != null) {
      return test;
    }
    Recipe recipe = choice.read(engine);
    if (recipe.learning() == null || recipe.learning().tests().isEmpty()) {
      throw new CommandFailure(
          ExitCode.RECIPE,
          recipe.file() + ": needs a test, whose stages the images go through, has none");
    }
    return recipe.learning().tests().keySet().iterator().next();
  }

  /** Whether one of them is a volume. */
  boolean volumes() {
    return files.stream()
        .map(file -> file.toString().toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.matches(".*\\.(nii|nii\\.gz|mgh|mgz)"));
  }

  /** The recipe, whose test has these files now; all else is as it says. */
  Recipe read(Engine engine, String like, List<String> more)
      throws RecipeException, CommandFailure {
    String source = "test." + like + ".source";
    List<String> all = new ArrayList<>(choice.assignments);
    if (pairs(engine, like)) {
      if (files.size() != 2) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "test " + like + ": needs two files, MOVING FIXED, got " + files.size());
      }
      all.add("test." + like + ".samples=1");
      images(all, source + ".views[0].source", files.subList(1, 2));
      images(all, source + ".views[1].source", files.subList(0, 1));
    } else {
      all.add("test." + like + ".samples=" + files.size());
      images(all, source, files);
    }
    all.addAll(more);
    return engine.read(choice.file, all);
  }

  /** Whether the test has a fixed and a moving view, each with a pipeline of its own. */
  private boolean pairs(Engine engine, String like) throws RecipeException {
    Recipe recipe = choice.read(engine);
    Probe probe = recipe.learning() == null ? null : recipe.learning().tests().get(like);
    return probe != null
        && probe.pipeline().source().plugin().equals(PAIRS)
        && probe.pipeline().source().inner().getOrDefault("views", List.of()).size() == 2;
  }

  private static void images(List<String> all, String source, List<Path> files) {
    List<String> quoted = files.stream().map(file -> JsonLine.quoted(file.toString())).toList();
    all.add(source + "=images");
    all.add(source + ".files=[" + String.join(", ", quoted) + "]");
    all.add(source + ".order=sorted");
    all.add(source + ".orientation=native"); // what is said of a scan lies on its own grid
  }
}
