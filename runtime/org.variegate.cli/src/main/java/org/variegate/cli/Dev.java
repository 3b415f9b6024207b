package org.variegate.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.variegate.engine.Engine;
import org.variegate.engine.RunException;
import org.variegate.engine.recipe.PluginDescription;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Follows changes of a recipe and of plugins. */
@Command(
    name = "dev",
    description = {
      "Draws the preview again at every change of the recipe, of what it includes, or of a plugin's"
          + " jar, until interrupted."
    },
    sortOptions = false)
final class Dev implements Callable<Integer> {
  private static final long POLL_MILLIS = 300;

  @ParentCommand Root root;
  @Mixin RecipeChoice choice;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The picture, a PNG; named after the recipe unless given.")
  Path output;

  @Option(names = "--samples", paramLabel = "N", description = "How many; 6 unless given.")
  int samples = 6;

  /** What a picture was made of; equal if it would come out the same. */
  private record State(String recipe, List<String> plugins) {}

  @Override
  public Integer call() throws InterruptedException, CommandFailure {
    Preview.needSamples(samples);
    Path file = output == null ? Preview.pictureOf(choice.file) : output;
    Engine engine = root.session().engine();
    State shown = null;
    while (!root.session().launch().stopRequested()) {
      State now = look(engine);
      if (!now.equals(shown)) {
        shown = now;
        draw(engine, file);
      }
      Thread.sleep(POLL_MILLIS);
    }
    return ExitCode.STOPPED;
  }

  private State look(Engine engine) {
    List<String> plugins =
        engine.plugins().plugins().stream().map(PluginDescription::sha256).toList();
    try {
      return new State(choice.read(engine).resolved(), plugins);
    } catch (RecipeException e) {
      return new State(e.getMessage(), plugins);
    }
  }

  private void draw(Engine engine, Path file) {
    long start = System.nanoTime();
    try {
      Recipe recipe = choice.read(engine);
      Preview.write(engine, recipe, samples, file);
      say(file.toString(), (System.nanoTime() - start) / 1_000_000);
    } catch (RecipeException | RunException | CommandFailure e) {
      say(e.getMessage(), -1);
    }
  }

  private void say(String what, long millis) {
    boolean made = millis >= 0;
    if (root.json) {
      root.session()
          .out()
          .println(
              JsonLine.of(
                  made
                      ? Map.of("event", "picture", "file", what, "millis", millis)
                      : Map.of("event", "error", "message", what)));
    } else {
      root.session().out().println(made ? what + ", " + millis + " ms" : what);
    }
  }
}
