package org.variegate.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.variegate.engine.Engine;
import org.variegate.engine.RunException;
import org.variegate.engine.learning.Trainer;
import org.variegate.engine.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes a trained model for other programs. */
@Command(
    name = "export",
    description =
        "Writes a trained model for other programs: an archive of Deeplearning4j (.zip) or ONNX"
            + " (.onnx).",
    sortOptions = false)
final class Export implements Callable<Integer> {
  private static final double MEGABYTE = 1e6;

  @ParentCommand Root root;
  @Mixin RecipeChoice choice;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The file that receives it; its ending says the format.")
  Path out;

  @Override
  public Integer call() throws RecipeException, RunException, CommandFailure {
    Session session = root.session();
    Engine engine = session.engine();
    Trainer trainer = session.trainer("export");
    long bytes = trainer.export(choice.read(engine), out);
    if (root.json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("event", "exported");
      line.put("file", out.toString());
      line.put("bytes", bytes);
      session.out().println(JsonLine.of(line));
    } else {
      session.out().printf(Locale.ROOT, "exported: %s (%.1f MB)%n", out, bytes / MEGABYTE);
    }
    return ExitCode.DONE;
  }
}
