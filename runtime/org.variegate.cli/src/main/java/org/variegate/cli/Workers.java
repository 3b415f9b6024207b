package org.variegate.cli;

import org.variegate.engine.Engine;
import picocli.CommandLine.Option;

/** How many threads make samples. */
final class Workers {
  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that make samples, 1 to 512; one for each processor unless given.")
  int count = Math.min(Runtime.getRuntime().availableProcessors(), Engine.MOST_WORKERS);

  /** Refuses what cannot be. */
  void require() throws CommandFailure {
    if (count < 1 || count > Engine.MOST_WORKERS) {
      throw new CommandFailure(
          ExitCode.USAGE, "--workers: needs 1 to " + Engine.MOST_WORKERS + ", got " + count);
    }
  }
}
