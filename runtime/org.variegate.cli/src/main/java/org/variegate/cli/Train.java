package org.variegate.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.variegate.engine.Engine;
import org.variegate.engine.RunException;
import org.variegate.engine.learning.Trained;
import org.variegate.engine.learning.Trainer;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Trains a model. */
@Command(
    name = "train",
    description = {
      "Trains a recipe's model on its samples, which no disk ever sees; or goes on where a training"
          + " was interrupted."
    },
    sortOptions = false)
final class Train implements Callable<Integer> {
  @ParentCommand Root root;
  @Mixin RecipeChoice choice;
  @Mixin Workers workers;

  @Override
  public Integer call() throws RecipeException, RunException, CommandFailure {
    workers.require();
    Session session = root.session();
    Engine engine = session.engine();
    Trainer trainer = session.trainer("train");
    Recipe recipe = choice.read(engine);
    long start = System.nanoTime();
    TrainingLines lines = TrainingLines.of(root, "step");
    Trained trained = trainer.train(recipe, workers.count, lines);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (root.json) {
      sayAsJson(recipe, trained, seconds);
    } else {
      say(session.out(), recipe, trained, seconds);
    }
    return trained.complete() ? ExitCode.DONE : ExitCode.STOPPED;
  }

  private void say(PrintStream out, Recipe recipe, Trained trained, double seconds) {
    out.printf(
        Locale.ROOT,
        "%s: %d steps, %.1f s, waited %.1f %% of it for samples%n",
        recipe.learning().training().directory(),
        trained.steps(),
        seconds,
        100 * trained.waited());
    if (!trained.complete()) {
      out.println("stopped; train the same again to go on");
      return;
    }
    if (!recipe.learning().tests().isEmpty()) {
      String program = root.session().launch().program();
      TypedCommand typed = new TypedCommand(program, choice.file, choice.assignments, root.plugins);
      out.println("try: " + typed.evaluate());
    }
    out.println("model sha256 " + trained.sha256());
  }

  private void sayAsJson(Recipe recipe, Trained trained, double seconds) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", "end");
    line.put("directory", recipe.learning().training().directory());
    line.put("steps", trained.steps());
    line.put("best", trained.best());
    line.put("complete", trained.complete());
    line.put("seconds", seconds);
    line.put("waited", trained.waited());
    line.put("sha256", trained.sha256());
    root.session().out().println(JsonLine.of(line));
  }
}
