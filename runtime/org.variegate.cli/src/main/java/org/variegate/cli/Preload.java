package org.variegate.cli;

import picocli.CommandLine;

/** Reads a command line while the framework boots: the first takes long, the second nothing. */
public final class Preload implements Runnable {

  /** Called by the launcher. */
  public Preload() {}

  @Override
  public void run() {
    CommandLine line = new CommandLine(new Root(null));
    line.addSubcommand("run", new Run());
    line.parseArgs("run", "recipe.yaml", "--set", "samples=1", "--workers", "1");
  }
}
