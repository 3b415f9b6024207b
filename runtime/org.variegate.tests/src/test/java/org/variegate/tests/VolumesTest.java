package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that learn from volumes, as a user has them learn and uses them. */
class VolumesTest {
  private static final String RECIPE =
      """
      name: heads
      seed: 3
      samples: 8
      source:
        phantom: {size: [16, 16, 16], spacing: 12}
      stages:
        - intensity: {}
        - mri: {}
        - targets: {mapping: %1$s/tissues.tsv}
        - distance: {mapping: %1$s/brain.tsv}
      model:
        %2$s
      training: {directory: out, batch: 2, rate: 0.01, threads: 1}
      sink:
        nifti: {directory: scans}
      test:
        scans:
          samples: 2
          source:
            phantom: {size: [20, 18, 22], spacing: 9}
          stages:
            - intensity: {}
            - mri: {}
            - targets: {mapping: %1$s/tissues.tsv}
            - distance: {mapping: %1$s/brain.tsv}
        files:
          source:
            images: {files: scans}
      """;

  private static final String PAIRS =
      """
      name: pairs
      seed: 3
      samples: 8
      source:
        pairs:
          views:
            - source:
                phantom: {size: [16, 16, 16], spacing: 12}
              stages:
                - intensity: {}
                - mri: {}
                - targets: {mapping: %1$s}
      model:
        registration: {method: structures, levels: 2, features: 4, spacing: 12, iterations: 5}
      training: {directory: out, batch: 2, rate: 0.01, threads: 1}
      test:
        heads: {samples: 2}
        scans:
          source:
            pairs:
              views:
                - source:
                    images: {files: fixed.nii.gz}
                - source:
                    images: {files: moving.nii.gz}
      """;

  @TempDir Path folder;
  private Variegate variegate;

  @BeforeEach
  void install() throws IOException {
    variegate = Variegate.inPlace(folder);
  }

  private void recipe(String model) throws IOException {
    Path legends = variegate.home().resolve("configs/legends");
    variegate.recipe("heads.yaml", RECIPE.formatted(legends, model));
  }

  private Variegate.Result run(String... words) throws Exception {
    Variegate.Result result = variegate.run(words);
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }

  private String train(String workers) throws Exception {
    return run("train", "heads.yaml", "--workers", workers).lastLine();
  }

  @Test
  void segmentationsAreLearnedAndUsed() throws Exception {
    recipe("segmentation: {levels: 2, features: 4, spacing: 12, tile: 16}");
    String one = train("1");
    variegate.delete("out");
    assertEquals(one, train("3"));
    String tested = run("evaluate", "heads.yaml", "--test", "scans").out();
    assertTrue(tested.contains("mean Dice"), tested);
    assertTrue(tested.contains("Dice of grey matter"), tested);
    run("run", "heads.yaml", "--set", "samples=1");
    String scan = scan().toString();
    run("predict", "heads.yaml", scan, "--test", "files", "--out", "seen");
    assertEquals(1, count("seen", "-labels.nii.gz"));
  }

  @Test
  void brainsAreFound() throws Exception {
    recipe("skull-strip: {levels: 2, features: 4, spacing: 12, tile: 16, limit: 30}");
    train("2");
    String tested = run("evaluate", "heads.yaml", "--test", "scans").out();
    assertTrue(tested.contains("\n  Dice"), tested);
    run("run", "heads.yaml", "--set", "samples=1");
    Path scan = turned(scan());
    run("predict", "heads.yaml", scan.toString(), "--test", "files", "--out", "seen");
    for (String made : List.of("labels", "stripped")) {
      byte[] header = unpacked(variegate.work().resolve("seen/turned-" + made + ".nii.gz"));
      assertArrayEquals(part(unpacked(scan), 42, 48), part(header, 42, 48), "its voxels");
      assertArrayEquals(part(unpacked(scan), 280, 328), part(header, 280, 328), "its place");
    }
  }

  /** The same voxels as of a scanner whose axes run to the left, down and to the front. */
  private Path turned(Path scan) throws IOException {
    byte[] bytes = unpacked(scan);
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort(252, (short) 0); // no qform
    float[] rows = {-12, 0, 0, 90, 0, 0, 12, -80, 0, -12, 0, 95};
    for (int i = 0; i < rows.length; i++) {
      header.putFloat(280 + 4 * i, rows[i]);
    }
    Path turned = variegate.work().resolve("turned.nii.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(turned))) {
      out.write(bytes);
    }
    return turned;
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  @Test
  void pairsOfScansAreRegistered() throws Exception {
    String legend = variegate.home().resolve("configs/legends/tissues.tsv").toString();
    variegate.recipe("pairs.yaml", PAIRS.formatted(legend));
    run("train", "pairs.yaml", "--workers", "2");
    String tested = run("evaluate", "pairs.yaml", "--test", "heads").out();
    assertTrue(tested.contains("gain of Dice over affine"), tested);
    run(
        "run",
        "pairs.yaml",
        "--set",
        "samples=2",
        "--set",
        "sink=nifti",
        "--set",
        "sink.directory=scans");
    Path shard = variegate.work().resolve("scans/shard-000000");
    Files.copy(
        shard.resolve("000000-moving-image.nii.gz"), variegate.work().resolve("moving.nii.gz"));
    Path fixed = turned(shard.resolve("000001-image.nii.gz"));
    String[] predict = {
      "predict", "pairs.yaml", "moving.nii.gz", "turned.nii.gz", "--test", "scans", "--out", "seen"
    };
    String seen = run(predict).out();
    assertTrue(seen.contains("jacobian mean"), seen);
    for (String made : List.of("image", "moving-image", "displacement")) {
      byte[] header = unpacked(variegate.work().resolve("seen/turned-" + made + ".nii.gz"));
      assertArrayEquals(part(unpacked(fixed), 42, 48), part(header, 42, 48), "its voxels");
      assertArrayEquals(part(unpacked(fixed), 280, 328), part(header, 280, 328), "its place");
    }
    Variegate.Result one =
        variegate.run("predict", "pairs.yaml", "turned.nii.gz", "--test", "scans", "--out", "seen");
    assertEquals(2, one.exitCode(), one.err());
    assertTrue(one.err().contains("test scans: needs two files, MOVING FIXED, got 1"), one.err());
  }

  private Path scan() throws IOException {
    try (var files = Files.walk(variegate.work().resolve("scans"))) {
      return files
          .filter(file -> file.toString().endsWith("image.nii.gz"))
          .findFirst()
          .orElseThrow();
    }
  }

  private long count(String directory, String ending) throws IOException {
    try (var files = Files.list(variegate.work().resolve(directory))) {
      return files.filter(file -> file.toString().endsWith(ending)).count();
    }
  }
}
