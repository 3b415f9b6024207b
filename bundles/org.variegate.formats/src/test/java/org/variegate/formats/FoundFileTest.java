package org.variegate.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundFileTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name : new String[] {"b/one.png", "a/one.png", "a/.two.png", "a/x.txt", "c.PNG"}) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private List<String> find(String... entries) {
    List<String> paths = List.of(entries).stream().map(e -> folder + "/" + e).toList();
    return FoundFile.find("images", paths, ".png").stream().map(FoundFile::name).toList();
  }

  @Test
  void foldersPatternsAndFiles() {
    assertEquals(List.of("one.png"), find("a"));
    assertEquals(List.of("c.PNG"), find("c*"));
    assertEquals(List.of("a/one.png", "b/one.png"), find("*/one*"));
    assertEquals(List.of("b/one.png", "a/one.png"), find("b", "a", "b"));
    assertEquals(List.of("x.txt"), find("a/x.txt"));
  }

  @Test
  void theHashTellsWhichFilesThereAre() {
    List<FoundFile> two = FoundFile.find("images", List.of(folder + "/a", folder + "/b"), ".png");
    assertEquals(FileHash.ofText("a/one.png\nb/one.png\n"), FoundFile.sha256(two));
  }

  @Test
  void whatIsThereIsNoPattern() throws IOException {
    Files.createDirectory(folder.resolve("[a]"));
    Files.createFile(folder.resolve("[a]/q*.png"));
    assertEquals(List.of("q*.png"), find("[a]"));
    assertEquals(List.of("q*.png"), find("[a]/q*.png"));
  }

  @Test
  void belowFolders() throws IOException {
    Files.createDirectories(folder.resolve("a/{d}"));
    Files.createFile(folder.resolve("a/{d}/x\ny.png"));
    Path a = folder.resolve("a");
    assertEquals(
        List.of("one.png", "x\ny.png"),
        FoundFile.below("path", List.of(a), ".png").stream().map(FoundFile::name).toList());
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> FoundFile.below("path", List.of(a), ".gif"))
            .getMessage();
    assertEquals("path: " + a + ": needs files that end in .gif, got none", message);
  }

  @Test
  void noneIsRefused() {
    var empty =
        assertThrows(
            IllegalArgumentException.class, () -> FoundFile.find("images", List.of(""), ".png"));
    assertEquals("images: needs a file or folder, got an empty name", empty.getMessage());
    for (String entry : new String[] {"*.jpg", "nowhere/*.png", "a/x*"}) {
      String message = assertThrows(IllegalArgumentException.class, () -> find(entry)).getMessage();
      assertTrue(message.startsWith("images: " + folder), message);
      assertTrue(message.endsWith("needs files that end in .png, got none"), message);
    }
    var missing = assertThrows(IllegalArgumentException.class, () -> find("c.PNG", "no.png"));
    assertEquals("images: " + folder.resolve("no.png") + ": no such file", missing.getMessage());
    assertThrows(IllegalArgumentException.class, () -> find());
    assertThrows(IllegalArgumentException.class, () -> find("[a"));
  }
}
