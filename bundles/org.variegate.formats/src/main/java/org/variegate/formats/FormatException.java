package org.variegate.formats;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

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
   * A file that could not be read.
   *
   * @param file as the user named it
   * @param thrown while it was read
   * @return the reason in words
   */
  public static FormatException of(Path file, Exception thrown) {
    return new FormatException(file, problem(thrown), thrown);
  }

  private static String problem(Exception thrown) {
    if (thrown instanceof EOFException) {
      return "needs more bytes, the file is cut off";
    }
    if (thrown instanceof NoSuchFileException) {
      return "no such file";
    }
    if (thrown instanceof AccessDeniedException) {
      return "may not be read";
    }
    if (thrown instanceof ZipException) {
      return "gzip: needs undamaged data, got: " + thrown.getMessage();
    }
    if (thrown instanceof CharacterCodingException) {
      return "needs text in UTF-8";
    }
    return thrown instanceof IllegalArgumentException
        ? thrown.getMessage()
        : "cannot be read: " + thrown.getMessage();
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
