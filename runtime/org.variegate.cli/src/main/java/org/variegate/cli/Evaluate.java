package org.variegate.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.variegate.api.task.Measure;
import org.variegate.engine.Engine;
import org.variegate.engine.RunException;
import org.variegate.engine.learning.Tested;
import org.variegate.engine.learning.Trainer;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures a trained model. */
@Command(
    name = "evaluate",
    description =
        "Measures a trained model on the tests of its recipe, and keeps what was found beside it.",
    sortOptions = false)
final class Evaluate implements Callable<Integer> {
  @ParentCommand Root root;
  @Mixin RecipeChoice choice;
  @Mixin Workers workers;

  @Option(
      names = "--test",
      paramLabel = "NAME",
      description = "A test of the recipe; all whose data are there unless given. May be repeated.")
  List<String> tests = new ArrayList<>();

  @Override
  public Integer call() throws RecipeException, RunException, CommandFailure {
    workers.require();
    Session session = root.session();
    Engine engine = session.engine();
    Trainer trainer = session.trainer("evaluate");
    Recipe recipe = choice.read(engine);
    TrainingLines lines = TrainingLines.of(root, "batch");
    List<Tested> found = trainer.evaluate(recipe, tests, workers.count, lines);
    found.forEach(this::say);
    int wanted = tests.isEmpty() ? recipe.learning().tests().size() : tests.size();
    if (found.size() < wanted && lines.stopRequested()) {
      return ExitCode.STOPPED;
    }
    boolean failed = found.stream().anyMatch(tested -> tested.failed() > 0);
    return failed ? ExitCode.SAMPLES_FAILED : ExitCode.DONE;
  }

  private void say(Tested tested) {
    PrintStream out = root.session().out();
    if (root.json) {
      out.println(JsonLine.of(tree(tested)));
      return;
    }
    out.printf(
        Locale.ROOT,
        "%s: %d samples, %d failed%n",
        tested.name(),
        tested.samples(),
        tested.failed());
    for (Measure measure : tested.measures()) {
      String interval =
          Double.isNaN(measure.low())
              ? ""
              : String.format(Locale.ROOT, "  (%.4f to %.4f)", measure.low(), measure.high());
      out.printf(Locale.ROOT, "  %-24s %8.4f%s%n", measure.name(), measure.value(), interval);
    }
  }

  private static Map<String, Object> tree(Tested tested) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", "tested");
    line.put("test", tested.name());
    line.put("samples", tested.samples());
    line.put("failed", tested.failed());
    Map<String, Object> measures = new LinkedHashMap<>();
    for (Measure measure : tested.measures()) {
      measures.put(measure.name(), List.of(measure.value(), measure.low(), measure.high()));
    }
    line.put("measures", measures);
    line.put("details", tested.details());
    return line;
  }
}
