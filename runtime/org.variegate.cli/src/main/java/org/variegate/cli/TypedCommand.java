package org.variegate.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * What a user types to do more with a recipe that was given.
 *
 * @param program as the user called it
 * @param recipe as given
 * @param assignments as given
 * @param plugins further folders, as given
 */
record TypedCommand(String program, Path recipe, List<String> assignments, List<Path> plugins) {

  /** To make a sample of a run again. */
  String replay(long index) {
    return text("replay", " " + index);
  }

  /** To measure what was trained. */
  String evaluate() {
    return text("evaluate", "");
  }

  private String text(String name, String more) {
    StringBuilder command = new StringBuilder(word(program));
    command.append(' ').append(name).append(' ').append(word(recipe.toString())).append(more);
    assignments.forEach(assignment -> command.append(" --set ").append(word(assignment)));
    plugins.forEach(folder -> command.append(" --plugins ").append(word(folder.toString())));
    return command.toString();
  }

  /** As a shell takes it for one word. */
  private static String word(String text) {
    return text.matches("[A-Za-z0-9_./:=,@%+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
