package org.variegate.learning.internal;

import java.nio.file.Path;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;

/** Tells when memory outside Java's heap has run out, where networks keep their arrays. */
final class NativeMemory {
  /** The most that the process may take, as Deeplearning4j's JavaCPP reads it. */
  static final String LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";

  private NativeMemory() {}

  /**
   * The end of a training whose arrays found no memory.
   *
   * @param folder in which it goes on
   * @throws OutOfMemoryError the same, if it was Java's heap that was full
   */
  static RunException told(OutOfMemoryError error, Path folder) {
    if (!outsideTheHeap(error)) {
      throw error;
    }
    String limit = System.getProperty(LIMIT, "");
    return new RunException(
        Cause.MEMORY,
        "the network needs more memory"
            + (limit.isEmpty() ? "" : " than " + megabytes(limit))
            + ": set VARIEGATE_OPTS=-D"
            + LIMIT
            + "=... to more if the machine has it, or train with a smaller training.batch in"
            + " another directory; what was learned until the last checkpoint is in "
            + folder);
  }

  /** JavaCPP tells what it counts, Java does not. */
  private static boolean outsideTheHeap(Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("physicalBytes") || message.contains("totalBytes")) {
        return true;
      }
    }
    return false;
  }

  /** The machine's own limit is in bytes, which nobody reads. */
  private static String megabytes(String limit) {
    return limit.matches("[0-9]{7,18}") ? Long.parseLong(limit) / 1_000_000 + " MB" : limit;
  }
}
