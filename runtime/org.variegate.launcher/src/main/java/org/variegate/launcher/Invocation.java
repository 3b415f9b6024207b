package org.variegate.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the process was given. */
final class Invocation {
  private static final String FOLDER = "--plugins";

  private final List<String> arguments;
  private final String program;
  private final Path home;
  private final List<Path> folders;
  private final boolean onTerminal;
  private volatile boolean stopRequested;

  Invocation(List<String> arguments, String program, Path home, boolean onTerminal) {
    this.arguments = List.copyOf(arguments);
    this.program = program;
    this.home = home.toAbsolutePath().normalize();
    this.onTerminal = onTerminal;
    folders = new ArrayList<>(List.of(this.home.resolve("plugins")));
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.startsWith(FOLDER + "=")) {
        add(word.substring(FOLDER.length() + 1));
      } else if (word.equals(FOLDER) && i + 1 < arguments.size()) {
        add(arguments.get(i + 1));
      }
    }
  }

  /** Reads what the start script says in system properties. */
  static Invocation of(List<String> arguments) {
    return new Invocation(
        arguments,
        System.getProperty("variegate.program", "variegate"),
        Path.of(System.getProperty("variegate.home", ".")),
        Boolean.getBoolean("variegate.terminal"));
  }

  /** What is no folder is left to the command line, which says so. */
  private void add(String typed) {
    Path folder = Path.of(typed).toAbsolutePath().normalize();
    if (Files.isDirectory(folder)) {
      folders.add(folder);
    }
  }

  List<String> arguments() {
    return arguments;
  }

  String program() {
    return program;
  }

  Path home() {
    return home;
  }

  List<Path> folders() {
    return Collections.unmodifiableList(folders);
  }

  boolean onTerminal() {
    return onTerminal;
  }

  boolean stopRequested() {
    return stopRequested;
  }

  void requestStop() {
    stopRequested = true;
  }
}
