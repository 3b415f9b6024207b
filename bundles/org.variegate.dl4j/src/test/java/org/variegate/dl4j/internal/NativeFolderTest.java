package org.variegate.dl4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.dl4j.BackendException;

class NativeFolderTest {
  @TempDir Path folder;
  private List<URL> archives;

  @BeforeEach
  void compressed() throws Exception {
    archives =
        List.of(
            jar("a.jar", "a/linux/one.so", "META-INF/x/one.so"),
            jar("b.jar", "two.so.5.1", "b/two.so.5", "b/two.h", "b/two.dll"));
  }

  private URL jar(String name, String... entries) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write(entry.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar.toUri().toURL();
  }

  @Test
  void librariesAreUnpackedOnceSideBySide() throws Exception {
    NativeFolder natives = new NativeFolder(folder.resolve("natives"), "v1");
    Path made = natives.with(archives);
    assertEquals(List.of("one.so", "two.dll", "two.so.5"), names(made));
    assertEquals("a/linux/one.so", Files.readString(made.resolve("one.so")));
    FileTime first = Files.getLastModifiedTime(made.resolve("one.so"));
    assertEquals(made, natives.with(archives));
    assertEquals(first, Files.getLastModifiedTime(made.resolve("one.so")));
  }

  @Test
  void whatADeadProcessLeftIsRemoved() throws Exception {
    Path left = Files.createDirectories(folder.resolve("natives/v1.part"));
    Files.writeString(left.resolve("one.so"), "");
    new NativeFolder(folder.resolve("natives"), "v1").with(archives);
    assertEquals(List.of(".lock", "v1"), names(folder.resolve("natives")));
  }

  @Test
  void whatCannotBeUnpackedIsNotThere() throws Exception {
    Path broken = folder.resolve("broken.jar");
    byte[] whole = Files.readAllBytes(folder.resolve("a.jar"));
    Files.write(broken, Arrays.copyOf(whole, 60));
    NativeFolder natives = new NativeFolder(folder.resolve("natives"), "v1");
    assertThrows(
        BackendException.class,
        () -> natives.with(List.of(archives.get(1), broken.toUri().toURL())));
    assertEquals(List.of(".lock"), names(folder.resolve("natives")));
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFolderThatCannotBeIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    BackendException refused =
        assertThrows(
            BackendException.class,
            () -> new NativeFolder(file.resolve("natives"), "v1").with(archives));
    assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }
}
