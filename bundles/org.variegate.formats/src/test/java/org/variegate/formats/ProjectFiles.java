package org.variegate.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where tests find the project's own files, and real data if they are there. */
final class ProjectFiles {
  private ProjectFiles() {}

  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("cnf"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** A folder of real data; the test is skipped without it. */
  static Path data(String path) {
    Path folder = root().resolve("../shared/data").resolve(path).normalize();
    Assumptions.assumeTrue(Files.isDirectory(folder), () -> "no real data in " + folder);
    return folder;
  }
}
