package org.variegate.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Member;
import org.variegate.api.Members;
import org.variegate.api.Sample;
import org.variegate.api.Shard;
import org.variegate.api.ShardFiles;
import org.variegate.api.Sink;
import org.variegate.draws.DrawRecord;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.internal.dataset.DatasetFolder;
import org.variegate.engine.internal.dataset.EncodedSample;
import org.variegate.engine.internal.dataset.SampleEncoder;
import org.variegate.engine.internal.dataset.ShardWriter;
import org.variegate.engine.internal.provenance.VersionSet;

class TargetTest {
  @TempDir Path folder;
  private final Fixture fixture = new Fixture();

  private void refused(String message, Path target, long samples) {
    RunException failure =
        assertThrows(RunException.class, () -> fixture.run(target, samples, 10, 2));
    assertEquals(Cause.TARGET, failure.why());
    assertEquals(target + ": " + message, failure.getMessage());
  }

  @Test
  void refusesAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    refused("needs a folder, is a file", file, 20);
  }

  @Test
  void refusesAFolderWithSomethingElse() throws Exception {
    Files.writeString(folder.resolve("thesis.tex"), "x");
    refused(
        "needs a new or empty folder, or one with a dataset.yaml; holds thesis.tex", folder, 20);
    assertEquals(List.of("thesis.tex"), List.copyOf(Fixture.files(folder).keySet()));
  }

  @Test
  void refusesAFolderBelowAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    RunException failure =
        assertThrows(RunException.class, () -> fixture.run(file.resolve("in"), 20, 10, 2));
    assertEquals(Cause.TARGET, failure.why());
    assertFalse(failure.getMessage().contains("\n"));
  }

  @Test
  void refusesAnotherDataset() throws Exception {
    Path target = folder.resolve("out");
    fixture.run(target, 20, 10, 2);
    String other =
        "name: test\nseed: 8\nsource:\n  source: {}\nsink:\n  text:\n    samplesPerShard: 10\n";
    RunException failure =
        assertThrows(
            RunException.class, () -> fixture.run(fixture.recipe(target, 20, 10, other), 1));
    assertEquals(
        target + ": holds another dataset: seed is 7 there, 8 in the recipe", failure.getMessage());
    refused("holds a larger dataset: samples is 20 there, 10 in the recipe", target, 10);
  }

  @Test
  void refusesADamagedDatasetFile() throws Exception {
    Path target = folder.resolve("out");
    fixture.run(target, 20, 10, 2);
    Files.writeString(target.resolve("dataset.yaml"), "format: 1\n");
    refused("dataset.yaml: needs a recipe, has none", target, 20);
  }

  @Test
  void refusesAFolderInUse() throws Exception {
    Path target = folder.resolve("out");
    try (DatasetFolder held =
        DatasetFolder.open(fixture.recipe(target, 20, 10), Map.of(), 1, fixture.listener())) {
      assertTrue(held.present().isEmpty());
      refused("another run is working in this folder", target, 20);
    }
    fixture.run(target, 20, 10, 2);
    assertFalse(Files.exists(target.resolve(".lock")));
  }

  @Test
  void refusesAShardTooMany() throws Exception {
    Path target = folder.resolve("out");
    fixture.run(target, 20, 10, 2);
    Files.createDirectory(target.resolve("shard-000009"));
    refused(
        "holds shard-000009, but a dataset of 20 samples has 2 shards; remove it, or take another"
            + " folder",
        target,
        20);
    fixture.run(target, 100, 10, 2);
    assertEquals(
        List.of("shard-000009: there is no manifest.jsonl; it is made again"), fixture.notices);
  }

  /** A worker that hangs beyond the end of its run, and what it does when it wakes. */
  @Test
  void aShardIsNotPublishedOnceTheFolderIsGivenBack() throws Exception {
    Path target = folder.resolve("out");
    ShardWriter left;
    try (DatasetFolder ended = open(target)) {
      left = ended.shard(0, Fixture::encode);
      for (int i = 0; i < 10; i++) {
        left.append(failed(i));
      }
    }
    try (DatasetFolder next = open(target)) {
      ShardWriter its = next.shard(0, Fixture::encode);
      assertThrows(IOException.class, left::finish);
      left.abandon();
      for (int i = 0; i < 10; i++) {
        its.append(failed(i));
      }
      its.finish();
    }
    assertEquals(
        List.of("dataset.yaml", "shard-000000/manifest.jsonl"),
        List.copyOf(Fixture.files(target).keySet()));
  }

  private DatasetFolder open(Path target) throws Exception {
    DatasetFolder dataset =
        DatasetFolder.open(fixture.recipe(target, 10, 10), Map.of(), 1, fixture.listener());
    dataset.begin(fixture.instances.current().versions());
    return dataset;
  }

  private EncodedSample failed(long index) {
    VersionSet versions = fixture.instances.current().versions();
    return new SampleEncoder(null, true).failed(index, "why", Map.of(), versions, new DrawRecord());
  }

  @Test
  void leavesNothingHalfWrittenOnAFullDisk() throws Exception {
    Path target = folder.resolve("out");
    fixture.put(2, new FullDisk(), "1.0.0");
    refused("the disk is full; make room and run again to go on", target, 50);
    assertEquals(
        List.of("dataset.yaml"),
        Fixture.files(target).keySet().stream().filter(n -> !n.startsWith("shard-00000")).toList());
    fixture.put(2, (Sink) Fixture::encode, "1.0.0");
    fixture.run(target, 50, 10, 2);
    Path whole = folder.resolve("whole");
    new Fixture().run(whole, 50, 10, 2);
    assertEquals(Fixture.files(whole), Fixture.files(target));
  }

  /** Refuses from sample 25 on. */
  private static final class FullDisk implements Sink {
    @Override
    public void encode(Sample sample, Members members) throws IOException {
      Fixture.encode(sample, members);
    }

    @Override
    public Shard begin(ShardFiles files) throws IOException {
      Shard shard = Sink.super.begin(files);
      return new Shard() {
        @Override
        public void append(long index, List<Member> members) throws IOException {
          if (index == 25) {
            try (OutputStream out = files.create("half")) {
              out.write(1);
            }
            throw new IOException("No space left on device");
          }
          shard.append(index, members);
        }

        @Override
        public void finish() throws IOException {
          shard.finish();
        }
      };
    }
  }
}
