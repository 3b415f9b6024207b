package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is said of trainings that cannot be. */
class TrainingMistakesTest extends Stripes {
  private static final int OUT_OF_MEMORY = 9;
  private static final int LEARNING_FAILED = 10;

  @Test
  void saysWhatToSetWhereArraysFindNoMemory() throws Exception {
    variegate.withOptions("-Dorg.bytedeco.javacpp.maxphysicalbytes=1g");
    refused(
        OUT_OF_MEMORY,
        "the network needs more memory than 1g: set VARIEGATE_OPTS=-Dorg.bytedeco.javacpp",
        "train",
        "stripes.yaml",
        "--set",
        "model.size=768",
        "--set",
        "training.batch=16",
        "--workers",
        "1");
  }

  @Test
  void checksTheModelToo() throws Exception {
    String size = "model.classification.size: needs 0 or at least 16 pixels, got 8";
    refused(3, size, "check", "stripes.yaml", "--set", "model.size=8");
    refused(
        3,
        "samples: needs at most 2147483647 shown in all epochs, got 800000000 in each of 3",
        "check",
        "stripes.yaml",
        "--set",
        "samples=800000000");
    Variegate.Result good = variegate.run("check", "stripes.yaml");
    assertEquals(0, good.exitCode(), good.err());
    assertTrue(good.out().contains("images > noise > classification\n"), good.out());
    assertEquals("", good.err());
    String folders = "test.others.source.folders=nowhere";
    Variegate.Result untested = variegate.run("check", "stripes.yaml", "--set", folders);
    assertEquals(0, untested.exitCode(), untested.err());
    assertTrue(
        untested.err().startsWith("variegate: warning: test others is not ready: "),
        untested.err());
    assertEquals(1, untested.err().lines().count(), untested.err());
  }

  @Test
  void refusesInOneLine() throws Exception {
    refused(3, "there is no 'no-such'", "train", "stripes.yaml", "--set", "model.no-such.x=1");
    refused(
        LEARNING_FAILED,
        "backbone: needs an ONNX file, there is no x.onnx",
        "train",
        "stripes.yaml",
        "--set",
        "model.backbone=x.onnx");
    variegate.delete("out");
    refused(4, "out: needs a folder in which a model was trained", "evaluate", "stripes.yaml");
    train();
    refused(
        LEARNING_FAILED,
        "test.same: a file with SHA-256",
        "evaluate",
        "stripes.yaml",
        "--test",
        "same");
    refused(
        4,
        "out: holds another training: its recipe says 'batch: 8', this one 'batch: 4'",
        "train",
        "stripes.yaml",
        "--set",
        "training.batch=4");
    refused(3, "did you mean 'others'?", "evaluate", "stripes.yaml", "--test", "other");
    Variegate.Result some =
        variegate.run("evaluate", "stripes.yaml", "--set", "test.same.source.folders=nowhere");
    assertEquals(0, some.exitCode(), some.err());
    assertTrue(some.out().startsWith("others: 16 samples, 0 failed"), some.out());
    assertTrue(some.err().contains("test same is not ready: "), some.err());
    damage();
    refused(LEARNING_FAILED, "network.bin: ", "evaluate", "stripes.yaml", "--test", "others");
  }

  private void damage() throws IOException {
    try (var checkpoints = Files.list(variegate.work().resolve("out"))) {
      for (Path checkpoint : checkpoints.filter(Files::isDirectory).toList()) {
        Files.write(checkpoint.resolve("network.bin"), new byte[10]);
      }
    }
  }
}
