package org.variegate.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RegularFileTest {
  @TempDir Path folder;

  /** Opening one would wait for ever. */
  @Test
  @Timeout(10)
  void pipesAndDevices() throws Exception {
    Path pipe = folder.resolve("pipe");
    Assumptions.assumeTrue(isMade(pipe), "no mkfifo");
    for (Path path : List.of(pipe, Path.of("/dev/zero"))) {
      var error = assertThrows(FormatException.class, () -> VolumeFile.open(path));
      assertEquals(path + ": needs a file, got a pipe or device", error.getMessage());
      error = assertThrows(FormatException.class, () -> LegendFile.read(path));
      assertEquals(path + ": needs a file, got a pipe or device", error.getMessage());
    }
  }

  private static boolean isMade(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
