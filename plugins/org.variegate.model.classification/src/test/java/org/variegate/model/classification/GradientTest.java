package org.variegate.model.classification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.variegate.dl4j.Backend;
import org.variegate.dl4j.BackendException;
import org.variegate.tck.Options;

class GradientTest {
  private static final int FEATURES = 6;
  private static final double STEP = 1e-2;

  @BeforeAll
  static void start() throws BackendException {
    Backend.onClassPath().start(1);
  }

  private static MultiLayerNetwork network() {
    Classification.Config config =
        Options.of(Classification.Config.class, "hidden", 5, "dropout", 0.0);
    MultiLayerNetwork network = new Heads(config, 3, 7).ofFeatures(FEATURES);
    Nd4j.getRandom().setSeed(7);
    INDArray inputs = Nd4j.randn(32, FEATURES).mul(2).add(1);
    INDArray labels = Nd4j.zeros(32, 3);
    for (int i = 0; i < 32; i++) {
      labels.putScalar(i, i % 3, 1);
    }
    for (int i = 0; i < 5; i++) {
      network.fit(inputs, labels);
    }
    return network;
  }

  /** Scores before softmax are known but for a sum, so differences of two classes are compared. */
  @Test
  void isWhatDifferencesSay() {
    MultiLayerNetwork network = network();
    float[] input = {0.3f, -1.2f, 2.1f, 0.8f, 1.7f, -0.4f};
    Gradient gradient = new Gradient(network, 0);
    float[] first = gradient.of(input, 0);
    float[] last = gradient.of(input, 2);
    for (int i = 0; i < FEATURES; i++) {
      float[] up = input.clone();
      float[] down = input.clone();
      up[i] += (float) STEP;
      down[i] -= (float) STEP;
      double difference = (odds(network, up) - odds(network, down)) / (2 * STEP);
      assertEquals(difference, first[i] - last[i], 2e-3 * (1 + Math.abs(difference)));
    }
  }

  private static double odds(MultiLayerNetwork network, float[] input) {
    double[] found =
        network.output(Nd4j.createFromArray(input).reshape(1, FEATURES)).toDoubleVector();
    return Math.log(found[0]) - Math.log(found[2]);
  }

  @Test
  void mapsAreWeightedAndRectified() {
    Maps maps = new Maps(2, 1, 3, new float[] {1, 2, 3, 5, 5, 5});
    assertArrayEquals(new float[] {2, 5}, maps.means());
    assertArrayEquals(new float[] {0, 0, 1}, maps.weighted(new float[] {2, -1}));
  }

  @Test
  void occlusionFindsTheOnlyPlaceThatCounts() {
    int size = 90;
    float[] input = new float[3 * size * size];
    Arrays.fill(input, 1);
    float[] map = Occlusion.of(input, size, picture -> picture[20 * size + 70]);
    int steps = Occlusion.steps();
    assertEquals(1, map[(20 * steps / size) * steps + 70 * steps / size]);
    assertEquals(0, map[0]);
    assertTrue(map[steps * steps - 1] == 0);
  }
}
