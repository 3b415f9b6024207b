package org.variegate.cli;

import java.awt.AWTError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.variegate.engine.Engine;
import org.variegate.engine.RunException;
import org.variegate.engine.learning.Trainer;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what a trained classifier decides by. */
@Command(
    name = "explain",
    description =
        "Shows where in pictures a trained classifier looks: each picture, and over it what speaks"
            + " for the class it finds likeliest, by Grad-CAM and by occlusion.",
    sortOptions = false)
final class Explain extends Looking implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The PNG that receives the maps, pictures in rows.")
  Path out;

  @Override
  public Integer call() throws RecipeException, RunException, CommandFailure {
    Session session = root.session();
    Engine engine = session.engine();
    Trainer trainer = session.trainer("explain");
    String like = test(engine);
    Recipe recipe = read(engine, like, List.of());
    TrainingLines lines = TrainingLines.of(root, "image");
    List<ContactSheet.Entry> entries = new ArrayList<>();
    long failed =
        trainer.explain(
            recipe,
            like,
            (name, sample, maps) -> entries.add(HeatMapTiles.entry(name, sample, maps)),
            lines);
    if (!entries.isEmpty()) {
      write(entries);
      session.out().println("picture: " + out);
    }
    if (lines.stopRequested()) {
      return ExitCode.STOPPED;
    }
    return failed > 0 ? ExitCode.SAMPLES_FAILED : ExitCode.DONE;
  }

  private void write(List<ContactSheet.Entry> entries) throws CommandFailure {
    try {
      ContactSheet.write(entries, out);
    } catch (IOException | AWTError | LinkageError e) {
      throw new CommandFailure(
          ExitCode.TARGET, "--out: " + out + " cannot be written: " + e.getMessage());
    }
  }
}
