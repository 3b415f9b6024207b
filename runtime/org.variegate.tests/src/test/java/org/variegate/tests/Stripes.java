package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A network that learns to tell stripes across from stripes down, as a user has it learn. */
abstract class Stripes {
  private static final int FILES = 24;
  private static final int SIZE = 20;
  static final String RECIPE =
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
  Variegate variegate;

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

  final Variegate.Result train(String... more) throws Exception {
    String[] words = new String[2 + more.length];
    words[0] = "train";
    words[1] = "stripes.yaml";
    System.arraycopy(more, 0, words, 2, more.length);
    Variegate.Result result = variegate.run(words);
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.lastLine().matches("model sha256 [0-9a-f]{64}"), result.out());
    return result;
  }

  final void refused(int exitCode, String message, String... words) throws Exception {
    Variegate.Result result = variegate.run(words);
    assertEquals(exitCode, result.exitCode(), result.err());
    List<String> lines =
        result.err().lines().filter(line -> line.startsWith("variegate: ")).toList();
    assertEquals(1, lines.size(), result.err());
    assertTrue(lines.get(0).contains(message), lines.get(0));
  }

  final String file(String name) throws IOException {
    return Files.readString(variegate.work().resolve("out").resolve(name));
  }
}
