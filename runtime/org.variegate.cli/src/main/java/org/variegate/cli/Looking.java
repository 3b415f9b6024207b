package org.variegate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.variegate.engine.Engine;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A command that lets a trained model look at files, in the place of a test's. */
abstract class Looking {
  @ParentCommand Root root;
  @Mixin RecipeChoice choice;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Images: PNG, JPEG, NIfTI or MGH.")
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
  Recipe read(Engine engine, String like, List<String> more) throws RecipeException {
    List<String> quoted = files.stream().map(file -> JsonLine.quoted(file.toString())).toList();
    String source = "test." + like + ".source";
    List<String> all = new ArrayList<>(choice.assignments);
    all.add("test." + like + ".samples=" + files.size());
    all.add(source + "=images");
    all.add(source + ".files=[" + String.join(", ", quoted) + "]");
    all.add(source + ".order=sorted");
    all.add(source + ".orientation=native"); // what is said of a scan lies on its own grid
    all.addAll(more);
    return engine.read(choice.file, all);
  }
}
