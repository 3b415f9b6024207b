package org.variegate.engine.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in one line why a disk refused. */
public final class DiskFailure {
  private DiskFailure() {}

  /**
   * The line.
   *
   * @param failure what was thrown
   * @return the reason, and what to do where that is known
   */
  public static String line(IOException failure) {
    String message = String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    if (message.contains("No space left")) {
      return "the disk is full; make room and run again to go on";
    }
    return "cannot be written to: " + reason(failure, message);
  }

  private static String reason(IOException failure, String message) {
    if (!(failure instanceof FileSystemException e) || e.getReason() != null) {
      return message;
    }
    if (e instanceof AccessDeniedException) {
      return message + ": permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return message + ": no such file or folder";
    }
    if (e instanceof FileAlreadyExistsException) {
      return message + ": is there already";
    }
    if (e instanceof NotDirectoryException) {
      return message + ": is no folder";
    }
    return message + ": " + failure.getClass().getSimpleName();
  }
}
