package org.variegate.yardsticks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

  @Test
  void refusesClassesThatAreNotThere() throws IOException {
    Shot car = new Shot("car", "1", folder, 0, 1);
    assertEquals(List.of(car), Shots.of(List.of("bike", "car"), List.of(car), folder));
    IOException none =
        assertThrows(
            IOException.class, () -> Shots.of(List.of("cat", "dog"), List.of(car), folder));
    assertEquals(folder + ": needs pictures of [cat, dog], got [car]", none.getMessage());
  }

  @Test
  void aNullIsNoClassAndABlankLineNoJson() throws IOException {
    Path shard = folder.resolve("set/shard-000000");
    Files.writeString(shard.resolve("000000-image.jpg"), "?");
    String line = "{\"index\": 0, \"annotations\": {\"objects\": [{\"class\": null}]}}\n";
    Files.writeString(shard.resolve("manifest.jsonl"), line);
    assertRefused("needs an object with a class among its annotations");
    Files.writeString(shard.resolve("manifest.jsonl"), line + "\n");
    assertRefused("manifest.jsonl, line 2: needs JSON, got ");
  }

  @Test
  void refusesArchivesThatAreCutOrLie() throws IOException {
    Path archive = folder.resolve("set/shard-000000/000000.tar");
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    entry(tar, "000000.jpg", new byte[600]);
    Files.write(archive, Arrays.copyOf(tar.toByteArray(), 1024));
    assertRefused("needs all of 000000.jpg, got a part");
    byte[] lying = tar.toByteArray();
    System.arraycopy("-7777".getBytes(StandardCharsets.US_ASCII), 0, lying, 124, 5);
    lying[129] = 0;
    Files.write(archive, lying);
    assertRefused("needs all of 000000.jpg, got a part");
  }

  private void assertRefused(String end) {
    IOException e = assertThrows(IOException.class, () -> Shots.read(folder.resolve("set")));
    assertTrue(e.getMessage().endsWith(end), e.getMessage());
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
