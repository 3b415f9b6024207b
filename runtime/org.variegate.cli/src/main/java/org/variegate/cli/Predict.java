package org.variegate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.variegate.engine.Engine;
import org.variegate.engine.RunException;
import org.variegate.engine.learning.Trainer;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lets a trained model look at files. */
@Command(
    name = "predict",
    description =
        "Lets a trained model look at images, treated like those of a test of its recipe, and writes"
            + " what it makes of them.",
    sortOptions = false)
final class Predict implements Callable<Integer> {
  @ParentCommand Root root;
  @Mixin RecipeChoice choice;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Images: PNG, JPEG, NIfTI or MGH.")
  List<Path> files = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder that receives what was made of each.")
  Path out;

  @Option(
      names = "--test",
      paramLabel = "NAME",
      description = "The test whose stages the images go through; the recipe's first unless given.")
  String test;

  @Override
  public Integer call() throws RecipeException, RunException, CommandFailure {
    Session session = root.session();
    Engine engine = session.engine();
    Trainer trainer = session.trainer("predict");
    String like = test == null ? first(choice.read(engine)) : test;
    Recipe recipe = engine.read(choice.file, assignments(like));
    TrainingLines lines = TrainingLines.of(root, "image");
    long failed = trainer.predict(recipe, like, out, this::say, lines);
    if (lines.stopRequested()) {
      return ExitCode.STOPPED;
    }
    return failed > 0 ? ExitCode.SAMPLES_FAILED : ExitCode.DONE;
  }

  private static String first(Recipe recipe) throws CommandFailure {
    if (recipe.learning() == null || recipe.learning().tests().isEmpty()) {
      throw new CommandFailure(
          ExitCode.RECIPE,
          recipe.file() + ": needs a test, whose stages the images go through, has none");
    }
    return recipe.learning().tests().keySet().iterator().next();
  }

  /** The test's source and the sink are others now; all else is as the recipe says. */
  private List<String> assignments(String like) {
    List<String> quoted = new ArrayList<>();
    boolean volumes = false;
    for (Path file : files) {
      quoted.add(JsonLine.quoted(file.toString()));
      volumes |= file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(nii|nii\\.gz|mgh|mgz)");
    }
    String source = "test." + like + ".source";
    List<String> all = new ArrayList<>(choice.assignments);
    all.add("test." + like + ".samples=" + files.size());
    all.add(source + "=images");
    all.add(source + ".files=[" + String.join(", ", quoted) + "]");
    all.add(source + ".order=sorted");
    all.add("sink=" + (volumes ? "nifti" : "folder"));
    return all;
  }

  private void say(String name, Map<String, Object> annotations) {
    Object prediction = annotations.getOrDefault("prediction", Map.of());
    if (root.json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("event", "predicted");
      line.put("image", name);
      line.put("prediction", prediction);
      root.session().out().println(JsonLine.of(line));
      return;
    }
    StringBuilder line = new StringBuilder(name).append(':');
    if (prediction instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) ->
              line.append(' ')
                  .append(key)
                  .append(' ')
                  .append(
                      value instanceof Double d ? String.format(Locale.ROOT, "%.4f", d) : value));
    }
    root.session().out().println(line);
  }
}
