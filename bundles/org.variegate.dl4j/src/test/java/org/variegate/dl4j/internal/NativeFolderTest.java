package org.variegate.dl4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.dl4j.BackendException;

class NativeFolderTest {
  @TempDir Path folder;
  private List<URL> libraries;

  @BeforeEach
  void compressed() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("jar/deep"));
    Path one = Files.writeString(folder.resolve("jar/one.so"), "1");
    Path two = Files.writeString(deep.resolve("two.so"), "22");
    libraries = List.of(one.toUri().toURL(), two.toUri().toURL());
  }

  @Test
  void librariesAreUnpackedOnceSideBySide() throws Exception {
    NativeFolder natives = new NativeFolder(folder.resolve("natives"), "v1");
    Path made = natives.with(libraries);
    assertEquals("1", Files.readString(made.resolve("one.so")));
    assertEquals("22", Files.readString(made.resolve("two.so")));
    FileTime first = Files.getLastModifiedTime(made.resolve("one.so"));
    assertEquals(made, natives.with(libraries));
    assertEquals(first, Files.getLastModifiedTime(made.resolve("one.so")));
  }

  @Test
  void whatADeadProcessLeftIsRemoved() throws Exception {
    Path left = Files.createDirectories(folder.resolve("natives/v1.part77"));
    Files.writeString(left.resolve("one.so"), "");
    new NativeFolder(folder.resolve("natives"), "v1").with(libraries);
    try (Stream<Path> all = Files.list(folder.resolve("natives"))) {
      assertEquals(
          List.of(".lock", "v1"), all.map(p -> p.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void aFolderThatCannotBeIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    BackendException refused =
        assertThrows(
            BackendException.class,
            () -> new NativeFolder(file.resolve("natives"), "v1").with(libraries));
    assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }
}
