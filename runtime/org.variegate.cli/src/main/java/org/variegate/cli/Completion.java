package org.variegate.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Prints a completion script. */
@Command(
    name = "completion",
    description = {
      "Prints a completion script for bash and zsh: source <(variegate completion)",
    },
    sortOptions = false)
final class Completion implements Callable<Integer> {
  @ParentCommand Root root;

  @Override
  public Integer call() {
    root.session().out().print(AutoComplete.bash("variegate", Commands.withAll(root)));
    return ExitCode.DONE;
  }
}
