package org.variegate.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Source;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.RunListener;
import org.variegate.engine.internal.dataset.DatasetCheck;
import org.variegate.engine.internal.dataset.Mismatch;

class ChangedInputTest {
  private static final String OLD = "0a".repeat(32);
  private static final String NEW = "1b".repeat(32);

  @TempDir Path folder;
  private final Fixture fixture = new Fixture();

  @BeforeEach
  void readAFile() {
    reads("map.nii", OLD, Long.MAX_VALUE);
  }

  /** The source reads a file that has other bytes from some sample on. */
  private void reads(String name, String sha256, long changed) {
    Source source =
        (sample, draws) -> {
          Fixture.open(sample, draws);
          sample.input(name, sample.index() < changed ? sha256 : NEW);
        };
    fixture.put(0, source, "1.0.0");
  }

  private void refused(Path target, long samples) {
    var failure = assertThrows(RunException.class, () -> fixture.run(target, samples, 10, 2));
    assertEquals(Cause.TARGET, failure.why());
    assertEquals(
        "input source/map.nii has changed: sha256 is 0a0a0a0a0a0a... in samples that are there,"
            + " 1b1b1b1b1b1b... in others; bring it back, or make the dataset anew in another"
            + " folder",
        failure.getMessage());
  }

  @Test
  void betweenTheHalvesOfARunIsRefused() throws Exception {
    Path target = folder.resolve("out");
    fixture.run(target, 20, 10, 2);
    reads("map.nii", NEW, Long.MAX_VALUE);
    refused(target, 40);
    assertFalse(Files.exists(target.resolve("shard-000002")));
    reads("map.nii", OLD, Long.MAX_VALUE);
    String resumed = fixture.run(target, 40, 10, 2).sha256();
    assertEquals(fixture.run(folder.resolve("whole"), 40, 10, 2).sha256(), resumed);
    assertEquals(Fixture.files(folder.resolve("whole")), Fixture.files(target));
  }

  @Test
  void leavesTheDatasetThatWasThere() throws Exception {
    Path target = folder.resolve("out");
    String sha256 = fixture.run(target, 20, 10, 2).sha256();
    reads("map.nii", NEW, Long.MAX_VALUE);
    refused(target, 40);
    assertEquals(sha256, fixture.run(target, 20, 10, 2).sha256());
    DatasetCheck.open(target).files(RunListener.SILENT);
  }

  @Test
  void withinARunIsRefused() {
    reads("map.nii", OLD, 25);
    refused(folder.resolve("out"), 40);
    refused(null, 40);
  }

  @Test
  void isRefusedInASampleThatFails() throws Exception {
    Path target = folder.resolve("out");
    fixture.run(target, 20, 10, 2);
    Source broken =
        (sample, draws) -> {
          sample.input("map.nii", NEW);
          throw new IllegalStateException("no map");
        };
    fixture.put(0, broken, "1.0.0");
    refused(target, 40);
  }

  @Test
  void theDatasetsHashIsOverTheDataAlone() throws Exception {
    String sha256 = fixture.run(folder.resolve("old"), 20, 10, 2).sha256();
    reads("other.nii", NEW, Long.MAX_VALUE);
    assertEquals(sha256, fixture.run(folder.resolve("new"), 20, 10, 2).sha256());
  }

  @Test
  void theManifestHasTheHash() throws Exception {
    fixture.run(folder.resolve("out"), 20, 10, 2);
    String manifest = Files.readString(folder.resolve("out/shard-000001/manifest.jsonl"));
    assertTrue(manifest.contains("\"inputs\":{\"source/map.nii\":\"" + OLD + "\"}"), manifest);
  }

  @Test
  void shardsOfTwoFilesAreFound() throws Exception {
    Path out = folder.resolve("out");
    fixture.run(out, 20, 10, 2);
    reads("map.nii", NEW, Long.MAX_VALUE);
    Path other = folder.resolve("other");
    fixture.run(other, 20, 10, 2);
    Files.move(out.resolve("shard-000001"), folder.resolve("old"));
    Files.move(other.resolve("shard-000001"), out.resolve("shard-000001"));
    var found =
        assertThrows(Mismatch.class, () -> DatasetCheck.open(out).files(RunListener.SILENT));
    assertTrue(found.getMessage().startsWith("input source/map.nii has changed"));
    assertThrows(RunException.class, () -> fixture.run(out, 20, 10, 2));
  }

  @Test
  void oneNameIsOneFileInASample() throws Exception {
    Source twice =
        (sample, draws) -> {
          sample.input("map.nii", OLD);
          sample.input("map.nii", OLD);
          sample.input("map.nii", NEW);
        };
    fixture.put(0, twice, "1.0.0");
    fixture.run(null, 1, 1, 1);
    assertTrue(
        fixture.notices.get(0).contains("source: input map.nii: needs one file, got two"),
        fixture.notices.toString());
  }
}
