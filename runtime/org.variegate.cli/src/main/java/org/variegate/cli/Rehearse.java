package org.variegate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * Does what users do first, so that Java can record which classes that takes. The start script
 * calls it once for each version of Java.
 */
@Command(name = "rehearse", hidden = true, description = "Makes Java load the usual classes.")
final class Rehearse implements Callable<Integer> {
  @ParentCommand Root root;

  @Override
  public Integer call() throws IOException {
    Session session = root.session();
    String recipe = session.launch().home().resolve("configs/quickstart.yaml").toString();
    Path folder = Files.createTempDirectory("variegate-rehearsal");
    try {
      String directory = "directory=" + folder.resolve("dataset");
      Commands.execute(session, List.of("plugins"));
      Commands.execute(
          session,
          List.of("run", recipe, "--set", "samples=2", "--set", directory, "--preview", "1"));
      Commands.execute(session, List.of("nonsense"));
    } finally {
      delete(folder);
    }
    return ExitCode.DONE;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
