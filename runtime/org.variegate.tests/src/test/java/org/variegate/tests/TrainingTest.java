package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that learns to tell stripes across from stripes down, as a user has it learn. */
class TrainingTest {
  private static final int FILES = 24;
  private static final int SIZE = 20;
  private static final int OUT_OF_MEMORY = 9;
  private static final int LEARNING_FAILED = 10;
  private static final String RECIPE =
      """
      name: stripes
      seed: 3
      samples: 160
      source:
        images: {folders: pictures, to: 12}
      stages:
        - noise: {sigma: 0.02}
      model:
        classification: {size: 16, hidden: 8, dropout: 0.2}
      training: {directory: out, epochs: 3, batch: 8, rate: 0.005, interval: 10, threads: 1}
      validation:
        source:
          images: {folders: pictures, from: 12, to: 16}
      test:
        others:
          source:
            images: {folders: pictures, from: 16}
        same:
          source:
            images: {folders: pictures, from: 8}
      """;

  @TempDir Path folder;
  private Variegate variegate;

  @BeforeEach
  void install() throws IOException {
    variegate = Variegate.inPlace(folder);
    variegate.recipe("stripes.yaml", RECIPE);
    for (int i = 0; i < FILES; i++) {
      write("across", i, false);
      write("down", i, true);
    }
  }

  private void write(String name, int number, boolean down) throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    int period = 4 + number % 5;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int light = ((down ? x : y) + number) % period < period / 2 ? 220 : 40;
        image.setRGB(x, y, 0x010101 * light + 3 * number);
      }
    }
    Path file = variegate.work().resolve("pictures/" + name + "/" + (100 + number) + ".png");
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  private Variegate.Result train(String... more) throws Exception {
    String[] words = new String[2 + more.length];
    words[0] = "train";
    words[1] = "stripes.yaml";
    System.arraycopy(more, 0, words, 2, more.length);
    Variegate.Result result = variegate.run(words);
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.lastLine().matches("model sha256 [0-9a-f]{64}"), result.out());
    return result;
  }

  private void refused(int exitCode, String message, String... words) throws Exception {
    Variegate.Result result = variegate.run(words);
    assertEquals(exitCode, result.exitCode(), result.err());
    List<String> lines =
        result.err().lines().filter(line -> line.startsWith("variegate: ")).toList();
    assertEquals(1, lines.size(), result.err());
    assertTrue(lines.get(0).contains(message), lines.get(0));
  }

  private String file(String name) throws IOException {
    return Files.readString(variegate.work().resolve("out").resolve(name));
  }

  @Test
  void learnsIsMeasuredPredictsAndExplains() throws Exception {
    train();
    Variegate.Result tested = variegate.run("evaluate", "stripes.yaml", "--test", "others");
    assertEquals(0, tested.exitCode(), tested.err());
    assertTrue(tested.out().startsWith("others: 16 samples, 0 failed\n  accuracy"), tested.out());
    double accuracy = Double.parseDouble(tested.out().split("accuracy +")[1].split(" ")[0]);
    assertTrue(accuracy > 0.9, tested.out());
    assertTrue(file("card.md").contains("## Test: others"), file("card.md"));
    String page = file("report.html");
    assertTrue(page.contains("<h2>Test: others</h2>"), page);
    assertEquals(12 + 1, page.split("src=\"data:image/png;base64,").length);
    assertTrue(page.contains("validation: accuracy"), page);

    String image = "pictures/down/120.png";
    Variegate.Result predicted =
        variegate.run("predict", "stripes.yaml", image, "--out", "seen", "--test", "others");
    assertEquals(0, predicted.exitCode(), predicted.err());
    assertTrue(predicted.out().matches("(?s).*120\\.png: across 0\\.\\d+ down [01]\\.\\d+\\n"));
    assertTrue(Files.exists(variegate.work().resolve("seen/120-annotations.json")));

    Variegate.Result explained =
        variegate.run("explain", "stripes.yaml", image, "--out", "heat.png", "--test", "others");
    assertEquals(0, explained.exitCode(), explained.err());
    assertTrue(ImageIO.read(variegate.work().resolve("heat.png").toFile()).getWidth() > 500);
  }

  @Test
  void isWrittenForOtherPrograms() throws Exception {
    train();
    for (String file : List.of("stripes.onnx", "stripes.zip")) {
      Variegate.Result exported = variegate.run("export", "stripes.yaml", "--out", file);
      assertEquals(0, exported.exitCode(), exported.err());
      assertTrue(exported.out().matches("exported: " + file + " \\(0\\.\\d MB\\)\n"));
      assertTrue(Files.size(variegate.work().resolve(file)) > 10_000);
    }
    refused(
        4,
        "stripes.h5: needs a file that ends in .onnx or .zip",
        "export",
        "stripes.yaml",
        "--out",
        "stripes.h5");
    refused(4, "no/x.onnx: cannot be written to", "export", "stripes.yaml", "--out", "no/x.onnx");
  }

  @Test
  void learnsTheSameWhateverTheWorkersAndTheJava() throws Exception {
    String one = train("--workers", "1").lastLine();
    String log = file("log.jsonl");
    variegate.delete("out");
    assertEquals(one, train("--workers", "3").lastLine());
    assertEquals(log, file("log.jsonl"));
    Optional<Path> other = ReproducibleTest.newestOtherJava();
    assumeTrue(other.isPresent(), "no newer Java is installed beside this one");
    variegate.delete("out");
    assertEquals(one, train2(other.get()));
    assertEquals(log, file("log.jsonl"));
  }

  private String train2(Path java) throws Exception {
    variegate.with(java);
    return train().lastLine();
  }

  @Test
  void killedAtAnyMomentItGoesOnAsIfNothingHadBeen() throws Exception {
    String whole = train().lastLine();
    String log = file("log.jsonl");
    variegate.delete("out");
    for (int i = 0; i < 4; i++) {
      Process process = variegate.start("train", "stripes.yaml");
      process.waitFor(2500 + 400L * i, TimeUnit.MILLISECONDS);
      process.destroyForcibly();
      variegate.wait(process);
    }
    assertEquals(whole, train().lastLine());
    assertEquals(log, file("log.jsonl"));
    try (var left = Files.list(variegate.work().resolve("out"))) {
      assertFalse(left.anyMatch(path -> path.getFileName().toString().startsWith(".")));
    }
  }

  /** Without replacement it would learn for many minutes. */
  @Test
  void aModelAndARandomizerAreReplacedWhileItLearns() throws Exception {
    Variegate copy = Variegate.copied(folder);
    Path learning = Files.createDirectory(copy.home().resolve("learning"));
    try (var built = Files.list(variegate.home().resolve("learning"))) {
      for (Path path : built.toList()) {
        Files.createSymbolicLink(learning.resolve(path.getFileName()), path);
      }
    }
    copy.recipe("stripes.yaml", RECIPE);
    Path pictures = Path.of("pictures");
    Files.createSymbolicLink(
        copy.work().resolve(pictures), variegate.work().resolve(pictures).toAbsolutePath());
    Process training =
        copy.start("train", "stripes.yaml", "--set", "training.epochs=10000", "--json");
    await(copy, training, "validation");
    Path plugins = copy.home().resolve("plugins");
    Path noise = plugins.resolve("org.variegate.randomizer.noise.jar");
    PluginJars.copy(noise, noise, "Bundle-Version", "0.1.1");
    String model = "org.variegate.model.classification.jar";
    PluginJars.copy(learning.resolve(model), plugins.resolve(model), "Bundle-Version", "0.1.2");
    await(copy, training, "the model was replaced after step ");
    training.destroy();
    assertEquals(143, copy.wait(training).exitCode());
    String log = Files.readString(copy.work().resolve("out/log.jsonl"));
    assertTrue(log.contains("org.variegate.randomizer.noise 0.1.1"), "noise");
    assertTrue(log.contains("org.variegate.model.classification 0.1.2"), "model");
    List<String> steps = log.lines().filter(line -> line.contains("\"rate\"")).toList();
    for (int i = 0; i < steps.size(); i++) {
      assertTrue(steps.get(i).startsWith("{\"step\":" + (i + 1) + ","), "no step twice");
    }
  }

  private static void await(Variegate variegate, Process process, String words) throws Exception {
    long end = System.currentTimeMillis() + 60_000;
    while (!variegate.outputOf(process).contains(words)) {
      assertFalse(process.waitFor(100, TimeUnit.MILLISECONDS), "the training ended early");
      assertTrue(System.currentTimeMillis() < end, "nothing happens");
    }
  }

  /** It has enough to start, and too little for a step. */
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
