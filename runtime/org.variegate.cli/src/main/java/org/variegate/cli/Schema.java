package org.variegate.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Prints the JSON schema of recipes. */
@Command(
    name = "schema",
    description = {
      "Prints a JSON schema of recipes, made of the installed plugins; editors complete and check"
          + " with it."
    },
    sortOptions = false)
final class Schema implements Callable<Integer> {
  @ParentCommand Root root;

  @Override
  public Integer call() throws CommandFailure {
    root.session().out().println(root.session().engine().schema());
    return ExitCode.DONE;
  }
}
