package org.variegate.launcher;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** How this process was started. A service of the framework, registered by the launcher. */
@ProviderType
public interface Launch {
  /**
   * The service property, with the value {@code true}, of the {@code Callable<Integer>} that the
   * launcher calls: the command line. Its result is the exit code.
   */
  String COMMAND_LINE = "variegate.commandline";

  /**
   * The command line's words.
   *
   * @return as typed, without the program's name
   */
  List<String> arguments();

  /**
   * What the user types to start the program.
   *
   * @return {@code ./variegate}, say
   */
  String program();

  /**
   * The distribution's folder.
   *
   * @return absolute
   */
  Path home();

  /**
   * The folders whose jars are plugins.
   *
   * @return absolute; the distribution's own first
   */
  List<Path> folders();

  /**
   * Whether messages go to a person's terminal.
   *
   * @return true if standard error is one
   */
  boolean onTerminal();

  /**
   * Whether the process was asked to end (SIGINT, SIGTERM). Then there are 1.8 s left.
   *
   * @return true from then on
   */
  boolean stopRequested();

  /**
   * Looks which jars in the plugins' folders should be running and are not, and why.
   *
   * @return one line for each, the jar first; empty if all is well
   */
  List<String> failedPlugins();
}
