package org.variegate.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * What a user types to make a sample of a run again.
 *
 * @param program as the user called it
 * @param recipe as given to the run
 * @param assignments as given to the run
 * @param plugins further folders, as given to the run
 */
record ReplayCommand(String program, Path recipe, List<String> assignments, List<Path> plugins) {

  String of(long index) {
    StringBuilder command = new StringBuilder(word(program));
    command.append(" replay ").append(word(recipe.toString())).append(' ').append(index);
    assignments.forEach(assignment -> command.append(" --set ").append(word(assignment)));
    plugins.forEach(folder -> command.append(" --plugins ").append(word(folder.toString())));
    return command.toString();
  }

  /** As a shell takes it for one word. */
  private static String word(String text) {
    return text.matches("[A-Za-z0-9_./:=,@%+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
