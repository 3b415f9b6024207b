package org.variegate.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkStorageTest {
  @TempDir Path parent;

  private Path left(String name, long ageMillis) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(name).resolve("framework")).getParent();
    Files.createFile(folder.resolve("lock"));
    FileTime then = FileTime.fromMillis(System.currentTimeMillis() - ageMillis);
    Files.setLastModifiedTime(folder, then);
    return folder;
  }

  @Test
  void itsFolderIsGoneAfterwards() throws IOException {
    Path folder;
    try (FrameworkStorage storage = new FrameworkStorage(parent)) {
      folder = storage.folder();
      Files.createDirectories(folder.resolve("framework/bundle1"));
      assertTrue(Files.exists(folder.resolve("lock")));
    }
    assertFalse(Files.exists(folder));
  }

  @Test
  void whatDeadProcessesLeftIsRemovedAndNothingElse() throws IOException {
    Path dead = left("variegate-1-2", 3_600_000);
    Path young = left("variegate-3-4", 1_000);
    Path foreign = left("other-5-6", 3_600_000);
    new FrameworkStorage(parent).close();
    assertFalse(Files.exists(dead));
    assertTrue(Files.exists(young));
    assertTrue(Files.exists(foreign));
  }

  @Test
  void twoOfOneProcessDoNotMeet() throws IOException {
    try (FrameworkStorage one = new FrameworkStorage(parent);
        FrameworkStorage two = new FrameworkStorage(parent)) {
      assertFalse(one.folder().equals(two.folder()));
    }
  }
}
