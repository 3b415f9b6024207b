package org.variegate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself, and the options that every command takes. */
@Command(
    name = "variegate",
    description = "Makes annotated, domain-randomized training data from recipes.",
    synopsisSubcommandLabel = "COMMAND",
    subcommandsRepeatable = false,
    sortOptions = false)
final class Root implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Writes one JSON object a line, for machines.")
  boolean json;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Says more: log messages, and the stack trace of an error.")
  boolean verbose;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      converter = FolderConverter.class,
      scope = ScopeType.INHERIT,
      description = "A further folder of plugins, watched like the distribution's own.")
  List<Path> plugins = new ArrayList<>();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version.")
  boolean version;

  private final Session session;

  Root(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }

  @Override
  public Integer call() {
    CommandLine.usage(spec, session.err());
    return ExitCode.USAGE;
  }
}
