package org.variegate.cli;

import java.nio.file.Path;
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
import picocli.CommandLine.Option;

/** Lets a trained model look at files. */
@Command(
    name = "predict",
    description =
        "Lets a trained model look at images, treated like those of a test of its recipe, and writes"
            + " what it makes of them.",
    sortOptions = false)
final class Predict extends Looking implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder that receives what was made of each.")
  Path out;

  @Override
  public Integer call() throws RecipeException, RunException, CommandFailure {
    Session session = root.session();
    Engine engine = session.engine();
    Trainer trainer = session.trainer("predict");
    String like = test(engine);
    List<String> sink = List.of("sink=" + (volumes() ? "nifti" : "folder"));
    Recipe recipe = read(engine, like, sink);
    TrainingLines lines = TrainingLines.of(root, "image");
    long failed = trainer.predict(recipe, like, out, this::say, lines);
    if (lines.stopRequested()) {
      return ExitCode.STOPPED;
    }
    return failed > 0 ? ExitCode.SAMPLES_FAILED : ExitCode.DONE;
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
