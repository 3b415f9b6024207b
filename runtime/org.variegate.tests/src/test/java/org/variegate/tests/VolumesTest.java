package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    run("predict", "heads.yaml", scan().toString(), "--test", "files", "--out", "seen");
    assertEquals(1, count("seen", "-stripped.nii.gz"));
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
