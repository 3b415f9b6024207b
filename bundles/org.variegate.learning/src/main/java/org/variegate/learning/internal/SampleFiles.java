package org.variegate.learning.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.variegate.api.Sample;
import org.variegate.api.Sink;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.files.DiskFailure;

/** Files of one sample, whose names begin alike. They appear together, or not at all. */
final class SampleFiles {
  private final Path folder;
  private final String stem;
  private final Map<Path, Path> written = new LinkedHashMap<>();

  SampleFiles(Path folder, String stem) {
    this.folder = folder;
    this.stem = stem;
  }

  /** Writes what a sink makes of a sample. */
  void write(Sink sink, Sample sample) throws RunException {
    try {
      Files.createDirectories(folder);
      sink.encode(sample, this::create);
      for (Map.Entry<Path, Path> file : written.entrySet()) {
        Files.move(file.getKey(), file.getValue(), StandardCopyOption.ATOMIC_MOVE);
      }
      written.clear();
    } catch (IOException e) {
      throw new RunException(Cause.TARGET, folder + ": " + DiskFailure.line(e));
    } finally {
      written.keySet().forEach(SampleFiles::remove);
    }
  }

  private OutputStream create(String member) throws IOException {
    String name = stem + "-" + member;
    Path temporary = folder.resolve("." + name + ".tmp");
    written.put(temporary, folder.resolve(name));
    return new BufferedOutputStream(Files.newOutputStream(temporary));
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return; // what made it necessary is being told
    }
  }
}
