package org.variegate.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.variegate.engine.RunException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Checks a dataset. */
@Command(
    name = "verify",
    description = {
      "Checks every byte of a dataset against its manifests, and makes some samples again to compare"
          + " them. The last line is the dataset's hash."
    },
    sortOptions = false)
final class Verify implements Callable<Integer> {
  @ParentCommand Root root;

  @Parameters(paramLabel = "DIRECTORY", description = "The dataset's folder.")
  Path directory;

  @Option(
      names = "--remake",
      paramLabel = "N",
      description = "Samples to make again, spread over the dataset; 3 unless given.")
  long remake = 3;

  @Override
  public Integer call() throws RunException, CommandFailure {
    if (remake < 0) {
      throw new CommandFailure(ExitCode.USAGE, "--remake: needs 0 or more, got " + remake);
    }
    Session session = root.session();
    String hash;
    try (Progress progress =
        new ProgressLines(
            root.json ? session.out() : session.err(),
            root.json,
            session.launch()::stopRequested)) {
      hash = session.engine().verify(directory, remake, progress);
    }
    session
        .out()
        .println(
            root.json
                ? JsonLine.of(Map.of("event", "end", "directory", directory, "sha256", hash))
                : "dataset sha256 " + hash);
    return ExitCode.DONE;
  }
}
