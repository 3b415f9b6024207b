package org.variegate.engine.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  private static final Path LOCKS = Path.of("/proc/locks");

  @TempDir Path folder;

  /** What other processes see of this one's locks. */
  private static long locksOfThisProcess() throws IOException {
    String owner = " " + ProcessHandle.current().pid() + " ";
    try (Stream<String> lines = Files.lines(LOCKS)) {
      return lines.filter(line -> line.contains("POSIX") && line.contains(owner)).count();
    }
  }

  @Test
  void otherProcessesSeeTheLock() throws IOException {
    assumeTrue(Files.isReadable(LOCKS), "needs /proc/locks to look from outside");
    long before = locksOfThisProcess();
    try (FolderLock lock = FolderLock.take(folder)) {
      assertNotNull(lock);
      assertNull(FolderLock.take(folder));
      assertEquals(before + 1, locksOfThisProcess());
    }
    assertEquals(before, locksOfThisProcess());
  }

  @Test
  void isTakenOnceAtATimeAndLeavesNothing() throws IOException {
    for (int round = 0; round < 3; round++) {
      try (FolderLock lock = FolderLock.take(folder)) {
        assertNotNull(lock);
        assertNull(FolderLock.take(folder));
        assertEquals(0, Files.size(folder.resolve(FolderLock.NAME)));
      }
      assertFalse(Files.exists(folder.resolve(FolderLock.NAME)));
    }
  }
}
