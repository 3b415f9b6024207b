package org.variegate.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.engine.RunListener;
import org.variegate.engine.internal.dataset.DatasetCheck;
import org.variegate.engine.internal.dataset.Mismatch;

class DatasetCheckTest {
  private static final Path MANIFEST = Path.of("shard-000001", "manifest.jsonl");

  @TempDir Path temporary;
  private Path folder;
  private String sha256;

  @BeforeEach
  void makeADataset() throws Exception {
    folder = temporary.resolve("out");
    sha256 = new Fixture().run(folder, 25, 10, 2).sha256();
  }

  private void edit(Path file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertEquals(true, text.contains(from), text);
    Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
  }

  private void differs(String message) {
    Mismatch failure =
        assertThrows(Mismatch.class, () -> DatasetCheck.open(folder).files(RunListener.SILENT));
    assertEquals(message, failure.getMessage());
  }

  @Test
  void findsNothingWrongWithADataset() throws Exception {
    DatasetCheck check = DatasetCheck.open(folder);
    check.files(RunListener.SILENT);
    assertEquals(sha256, check.sha256());
    Map<String, Object> line = check.sample(17);
    assertEquals(17L, line.get("index"));
    assertEquals(Map.of("half", 8.5), line.get("annotations"));
  }

  @Test
  void findsAChangedDraw() throws Exception {
    edit(MANIFEST, "\"change.factor\":1.", "\"change.factor\":2.");
    differs("shard-000001: the manifest was changed");
  }

  @Test
  void findsAChangedHash() throws Exception {
    edit(MANIFEST, "\"index\":12,\"sha256\":\"", "\"index\":12,\"sha256\":\"0");
    differs("shard-000001: the manifest was changed");
  }

  @Test
  void findsAManifestCutShort() throws Exception {
    String text = Files.readString(folder.resolve(MANIFEST));
    Files.writeString(folder.resolve(MANIFEST), text.substring(0, text.lastIndexOf("{\"files\"")));
    differs("shard-000001: the manifest is cut short");
    Files.writeString(folder.resolve(MANIFEST), text.substring(0, text.length() / 2));
    differs("shard-000001: the manifest is not JSON");
    Files.write(folder.resolve(MANIFEST), new byte[] {(byte) 0xff, (byte) 0xfe});
    differs("shard-000001: the manifest is not UTF-8");
    Files.delete(folder.resolve(MANIFEST));
    differs("shard-000001: there is no manifest.jsonl");
  }

  @Test
  void findsMissingAndForeignFiles() throws Exception {
    Path foreign = Files.writeString(folder.resolve("shard-000000/notes.txt"), "x");
    differs("shard-000000: notes.txt is not in the manifest");
    Files.delete(foreign);
    String name =
        Fixture.files(folder).keySet().stream()
            .filter(n -> n.startsWith("shard-000002/") && n.endsWith(".txt"))
            .findFirst()
            .orElseThrow();
    Files.delete(folder.resolve(name));
    differs("shard-000002: there is no " + Path.of(name).getFileName());
  }

  @Test
  void findsMissingAndForeignShards() throws Exception {
    Files.createDirectory(folder.resolve("shard-000009"));
    differs("has 3 shards, but holds shard-000009");
    Files.delete(folder.resolve("shard-000009"));
    Files.move(folder.resolve("shard-000001"), temporary.resolve("shard-000001"));
    differs("shard-000001: is missing");
  }

  @Test
  void findsAShardInThePlaceOfAnother() throws Exception {
    Path first = folder.resolve("shard-000000");
    Path second = folder.resolve("shard-000001");
    Files.move(first, temporary.resolve("x"));
    Files.move(second, first);
    Files.move(temporary.resolve("x"), second);
    differs("shard-000000: needs samples 0 to 9, holds 10 to 19");
  }

  @Test
  void findsAnotherHashOfTheDataset() throws Exception {
    edit(Path.of("dataset.yaml"), sha256, "0".repeat(64));
    differs("dataset.yaml: has another sha256 than the shards");
  }

  @Test
  void refusesADatasetThatIsNotComplete() throws Exception {
    edit(Path.of("dataset.yaml"), "complete: true", "complete: false");
    differs("is not complete; run again to go on");
  }
}
