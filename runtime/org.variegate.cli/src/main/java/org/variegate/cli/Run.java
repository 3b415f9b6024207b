package org.variegate.cli;

import java.awt.AWTError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.variegate.engine.Engine;
import org.variegate.engine.Outcome;
import org.variegate.engine.RunException;
import org.variegate.engine.RunListener;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Makes a dataset. */
@Command(
    name = "run",
    description = {
      "Makes a dataset, or the rest of one that was interrupted, and a picture of its first samples"
          + " beside it. The last line is the dataset's hash."
    },
    sortOptions = false)
final class Run implements Callable<Integer> {
  @ParentCommand Root root;
  @Mixin RecipeChoice choice;
  @Mixin Workers workers;

  @Option(
      names = "--preview",
      paramLabel = "N",
      description = "Samples in the picture, 6 unless given; 0 for no picture.")
  int preview = 6;

  @Override
  public Integer call() throws RecipeException, RunException, CommandFailure {
    workers.require();
    if (preview < 0) {
      throw new CommandFailure(ExitCode.USAGE, "--preview: needs 0 or more, got " + preview);
    }
    Engine engine = root.session().engine();
    Recipe recipe = choice.read(engine);
    if (recipe.sink() == null) {
      throw new CommandFailure(
          ExitCode.RECIPE, recipe.file() + ": a run needs a sink; 'preview' works without one");
    }
    long start = System.nanoTime();
    Outcome outcome;
    try (Progress progress = progress()) {
      outcome = engine.run(recipe, workers.count, watched(progress));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Path picture = outcome.complete() ? picture(engine, recipe) : null;
    if (root.json) {
      sayAsJson(recipe, outcome, seconds, picture);
    } else {
      say(recipe, outcome, seconds, picture);
    }
    return exitCode(outcome);
  }

  private RunListener watched(Progress progress) {
    Session session = root.session();
    TypedCommand replay =
        new TypedCommand(session.launch().program(), choice.file, choice.assignments, root.plugins);
    return new WatchedRun(
        progress,
        replay,
        session.launch()::failedPlugins,
        session.toldOfPlugins(),
        System::nanoTime);
  }

  private Progress progress() {
    Session session = root.session();
    BooleanSupplier stop = session.launch()::stopRequested;
    if (root.json) {
      return new ProgressLines(session.out(), true, stop);
    }
    return session.launch().onTerminal()
        ? new ProgressBarOnTerminal(session.err(), Terminal.width(), stop)
        : new ProgressLines(session.err(), false, stop);
  }

  /** The picture beside the dataset; null if there is none. A picture that fails spoils no run. */
  private Path picture(Engine engine, Recipe recipe) {
    long samples = Math.min(preview, recipe.samples());
    if (recipe.directory() == null || samples < 1 || root.session().launch().stopRequested()) {
      return null;
    }
    Path folder = Path.of(recipe.directory());
    Path file = folder.resolveSibling(folder.getFileName() + ".png");
    try {
      ContactSheet.write(engine, recipe, samples, file);
      return file;
    } catch (RecipeException
        | RunException
        | CommandFailure
        | IOException
        | RuntimeException
        | AWTError
        | LinkageError e) { // a Java without its graphics libraries fails in any of these ways
      root.session().err().println("variegate: warning: no picture: " + e.getMessage());
      return null;
    }
  }

  private void say(Recipe recipe, Outcome outcome, double seconds, Path picture) {
    PrintStream out = root.session().out();
    String program = root.session().launch().program();
    String where = recipe.directory() == null ? recipe.name() : recipe.directory();
    out.printf(
        Locale.ROOT,
        "%s: %d of %d samples, %d failed, %.1f s%n",
        where,
        outcome.samples(),
        recipe.samples(),
        outcome.failed(),
        seconds);
    if (outcome.mixed()) {
      out.println(
          "mixed: its samples were made by different versions of a stage; see the manifests");
    }
    if (!outcome.complete()) {
      out.println("stopped; run the same again to go on");
      return;
    }
    if (picture != null) {
      out.println("picture: " + picture);
      out.println("try: " + program + " dev " + choice.file);
    }
    out.println("dataset sha256 " + outcome.sha256());
  }

  private void sayAsJson(Recipe recipe, Outcome outcome, double seconds, Path picture) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", "end");
    line.put("directory", recipe.directory());
    line.put("samples", outcome.samples());
    line.put("failed", outcome.failed());
    line.put("complete", outcome.complete());
    line.put("mixed", outcome.mixed());
    line.put("seconds", seconds);
    line.put("picture", picture);
    line.put("sha256", outcome.sha256());
    root.session().out().println(JsonLine.of(line));
  }

  private static int exitCode(Outcome outcome) {
    if (!outcome.complete()) {
      return ExitCode.STOPPED;
    }
    return outcome.failed() > 0 ? ExitCode.SAMPLES_FAILED : ExitCode.DONE;
  }
}
