package org.variegate.formats.internal;

import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses what is there and is no file: to open a pipe or a device may wait for ever. */
public final class RegularFile {
  private RegularFile() {}

  /**
   * Looks what a path leads to.
   *
   * @param file may be missing
   * @throws IllegalArgumentException if it is a folder, a pipe or a device
   */
  public static void require(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      String kind = Files.isDirectory(file) ? "a folder" : "a pipe or device";
      throw new IllegalArgumentException("needs a file, got " + kind);
    }
  }
}
