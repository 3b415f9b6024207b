package org.variegate.formats;

import java.io.IOException;
import java.nio.file.Path;

/** A file cannot be read. The message is one line that begins with the file. */
public final class FormatException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * Something is wrong with a file as a whole.
   *
   * @param file as the user named it
   * @param problem what is needed and what was found
   * @param cause what was thrown, or null
   */
  public FormatException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }

  /**
   * Something is wrong with a line of a file.
   *
   * @param file as the user named it
   * @param line counted from 1
   * @param problem what is needed and what was found
   */
  public FormatException(Path file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
