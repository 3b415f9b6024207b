package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a training makes, whatever happens to it. */
class TrainingTest extends Stripes {
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
}
