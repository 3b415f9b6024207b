package org.variegate.yardsticks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features by ONNX Runtime for Python, of a pattern and of a photograph. */
class BackboneTest {
  private static final Path DATA = Path.of("../../../shared/data").toAbsolutePath().normalize();

  @BeforeEach
  void data() {
    assumeTrue(Files.isDirectory(DATA), "needs networks and photographs in " + DATA);
  }

  @Test
  void efficientNet() throws Exception {
    float[] features = pattern(Backbone.EFFICIENTNET);
    assertEquals(268.1834, sum(features), 0.05);
    assertEquals(0.1245182, features[2], 1e-3);
    assertEquals(5.687483, features[113], 1e-3);
  }

  @Test
  void vgg() throws Exception {
    float[] features = pattern(Backbone.VGG);
    assertEquals(2081.607, sum(features), 0.5);
    assertEquals(5.091698, features[3], 1e-2);
    assertEquals(93.62543, features[331], 1e-2);
  }

  /** The tolerance is for decoders of JPEG, which differ. */
  @Test
  void photograph(@TempDir Path cache) throws Exception {
    Path file = DATA.resolve("photos/cat/asirra_cat.1.jpg");
    Shot shot = new Shot("cat", "1", file, 0, (int) Files.size(file));
    Features features = new Features(DATA.resolve("pretrained"), cache, 2);
    float[] once = features.of(Backbone.EFFICIENTNET, List.of(shot))[0];
    assertArrayEquals(once, features.of(Backbone.EFFICIENTNET, List.of(shot))[0], "kept");
    assertEquals(159.2, sum(once), 2);
    Judge judge = Judge.read(DATA.resolve("pretrained/cat_dog_judge.csv"));
    assertTrue(judge.dog(once) < 0.1);
  }

  private static float[] pattern(Backbone backbone) throws Exception {
    int size = backbone.size;
    float[] square = new float[3 * size * size];
    for (int i = 0; i < square.length; i++) {
      int x = i % size;
      square[i] = (i / size / size * 50 + x * x / 40 + i / size % size * 3) % 256;
    }
    try (OrtSession session = backbone.open(DATA.resolve("pretrained"), 2)) {
      return backbone.features(session, new float[][] {square})[0];
    }
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
