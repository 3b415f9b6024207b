package org.variegate.learning.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.variegate.api.task.Exporting;
import org.variegate.api.task.Network;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.files.Disk;
import org.variegate.engine.files.DiskFailure;

/** Writes a network for other programs, to a file that is there whole or not at all. */
final class Export {
  private final Network network;

  Export(Network network) {
    this.network = network;
  }

  /** Says how many bytes were written. */
  long write(Path file) throws RunException {
    if (!(network instanceof Exporting exporting)) {
      throw new RunException(Cause.LEARNING, "this model cannot be written for other programs");
    }
    String format = format(exporting, file);
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
        exporting.export(format, out);
      }
      Disk.force(List.of(temporary));
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      return Files.size(file);
    } catch (IllegalArgumentException e) {
      throw new RunException(Cause.LEARNING, "model: " + e.getMessage());
    } catch (IOException e) {
      throw new RunException(Cause.TARGET, file + ": " + DiskFailure.line(e));
    } finally {
      remove(temporary);
    }
  }

  private static String format(Exporting exporting, Path file) throws RunException {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!exporting.formats().contains(ending)) {
      throw new RunException(
          Cause.TARGET,
          file + ": needs a file that ends in ." + String.join(" or .", exporting.formats()));
    }
    return ending;
  }

  private static void remove(Path temporary) throws RunException {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new RunException(Cause.TARGET, temporary + ": " + DiskFailure.line(e));
    }
  }
}
