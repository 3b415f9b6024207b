package org.variegate.engine.internal.pipeline;

import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Says in one line why a stage failed. */
public final class StageFailure {
  /** Names of files may hold line breaks, and what terminals obey. */
  private static final Pattern BREAKS = Pattern.compile("\\s*[\\p{Cc}\\u2028\\u2029][\\s\\p{Cc}]*");

  private StageFailure() {}

  /**
   * The line.
   *
   * @param path of the stage, empty if none was at work
   * @param failure what it threw
   * @return the message, with the exception's name where a stage did not choose its words
   */
  public static String line(String path, Throwable failure) {
    String message = failure.getMessage();
    String words;
    if (message == null) {
      words = failure.getClass().getSimpleName();
    } else if (failure instanceof IllegalArgumentException
        || failure instanceof IllegalStateException
        || failure instanceof UncheckedIOException) {
      words = message;
    } else {
      words = failure.getClass().getSimpleName() + ": " + message;
    }
    return (path.isEmpty() ? "" : path + ": ") + BREAKS.matcher(words.strip()).replaceAll(" ");
  }

  /**
   * Throws a failure that says nothing about the sample: the process itself is in trouble.
   *
   * @param failure what was thrown
   */
  public static void rethrowFatal(Throwable failure) {
    if (failure instanceof VirtualMachineError fatal && !(failure instanceof StackOverflowError)) {
      throw fatal;
    }
  }
}
