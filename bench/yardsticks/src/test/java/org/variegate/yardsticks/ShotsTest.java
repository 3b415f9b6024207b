package org.variegate.yardsticks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShotsTest {
  private static final String MANIFEST =
      """
      {"shard": 0, "first": 0, "count": 2}
      {"index": 0, "annotations": {"objects": [{"class": "dog", "id": 1}, {"class": "cat"}]}}
      {"index": 1, "annotations": {"objects": [{"class": "cat"}]}}
      {"index": 2, "failed": "x"}
      {"files": [], "lines": 4}
      """;

  @TempDir Path folder;

  @BeforeEach
  void shard() throws IOException {
    Files.createDirectories(folder.resolve("set/shard-000000"));
    Files.writeString(folder.resolve("set/dataset.yaml"), "complete: true\n");
    Files.writeString(folder.resolve("set/shard-000000/manifest.jsonl"), MANIFEST);
  }

  @Test
  void folderOfEachClass() throws IOException {
    Files.createDirectories(folder.resolve("photos/cat"));
    Files.createDirectories(folder.resolve("photos/.hidden"));
    Files.writeString(folder.resolve("photos/cat/b.JPG"), "123");
    Files.writeString(folder.resolve("photos/cat/a.png"), "4");
    Files.writeString(folder.resolve("photos/cat/notes.txt"), "no picture");
    List<Shot> shots = Shots.read(folder.resolve("photos"));
    assertEquals(List.of("cat/a.png", "cat/b.JPG"), shots.stream().map(Shot::name).toList());
    assertEquals("123", new String(shots.get(1).bytes(), StandardCharsets.US_ASCII));
  }

  @Test
  void datasetOfFiles() throws IOException {
    Path shard = folder.resolve("set/shard-000000");
    Files.writeString(shard.resolve("000000-image.jpg"), "dog");
    Files.writeString(shard.resolve("000000-instances.png"), "mask");
    Files.writeString(shard.resolve("000001-image.jpg"), "cat");
    List<Shot> shots = Shots.read(folder.resolve("set"));
    assertEquals(List.of("dog", "cat"), shots.stream().map(Shot::label).toList());
    assertEquals(List.of("cat", "dog"), Shots.labels(shots));
    assertEquals(2, Shots.first(shots, 1).size());
  }

  @Test
  void datasetOfArchives() throws IOException {
    byte[] dog = "a dog's picture".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    entry(tar, "000000.json", new byte[513]);
    entry(tar, "000000.jpg", dog);
    entry(tar, "000001.png", new byte[512]);
    entry(tar, "000001.instances.png", new byte[1]);
    tar.write(new byte[1024]);
    Files.write(folder.resolve("set/shard-000000/000000.tar"), tar.toByteArray());
    List<Shot> shots = Shots.read(folder.resolve("set"));
    assertEquals(List.of("dog", "cat"), shots.stream().map(Shot::label).toList());
    assertArrayEquals(dog, shots.get(0).bytes());
    assertEquals(512, shots.get(1).length());
  }

  @Test
  void refusesWhatHasNoClassOrNoPictures() throws IOException {
    assertThrows(IOException.class, () -> Shots.read(folder.resolve("set")));
    Files.writeString(folder.resolve("set/shard-000000/000003-image.jpg"), "?");
    assertThrows(IOException.class, () -> Shots.read(folder.resolve("set")));
  }

  private static void entry(ByteArrayOutputStream tar, String name, byte[] bytes) {
    byte[] header = new byte[512];
    byte[] size = String.format("%011o", bytes.length).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name.getBytes(StandardCharsets.US_ASCII), 0, header, 0, name.length());
    System.arraycopy(size, 0, header, 124, size.length);
    tar.writeBytes(header);
    tar.writeBytes(bytes);
    tar.writeBytes(new byte[(512 - bytes.length % 512) % 512]);
  }
}
