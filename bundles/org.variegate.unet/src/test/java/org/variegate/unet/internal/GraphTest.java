package org.variegate.unet.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.variegate.dl4j.Backend;
import org.variegate.dl4j.BackendException;
import org.variegate.unet.Loss;
import org.variegate.unet.UNetShape;

class GraphTest {
  private static final float STEP = 1f / 512;

  /** Of no symmetry, so that nothing cancels. */
  private static final Loss LOSS =
      (outputs, gradients) -> {
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
          double weight = (i % 7 - 2.5) / outputs.length;
          sum += weight * outputs[i] + 0.5 * outputs[i] * outputs[i] / outputs.length;
          gradients[i] = (float) (weight + outputs[i] / outputs.length);
        }
        return sum;
      };

  @BeforeAll
  static void start() throws BackendException {
    Backend.onClassPath().start(1);
  }

  @Test
  void gradientsAreThoseOfDifferences() {
    check(new UNetShape(3, 2, 3, 3, 3, 5, 1, UNetShape.Normalization.BATCH, 1), 2, 2, 4, 8, 4);
    check(new UNetShape(3, 1, 2, 2, 3, 5, 2, UNetShape.Normalization.NONE, 1), 1, 1, 4, 2, 6);
    check(new UNetShape(2, 1, 3, 3, 3, 5, 2, UNetShape.Normalization.BATCH, 1), 3, 1, 8, 12);
    check(new UNetShape(3, 1, 2, 2, 3, 5, 2, UNetShape.Normalization.INSTANCE, 1), 3, 1, 8, 4, 8);
  }

  /**
   * Along the gradient of each array the loss grows by its length. Rectifiers are straight here: a
   * step would cross their kinks.
   */
  private static void check(UNetShape shape, long... size) {
    Nd4j.getRandom().setSeed(3);
    INDArray images = Nd4j.randn(size);
    Graph graph = GraphBuilder.build(shape, 5);
    loss(graph, images);
    Map<String, INDArray> gradients = new HashMap<>();
    graph.gradient().gradientForVariable().forEach((name, g) -> gradients.put(name, g.dup()));
    int checked = 0;
    for (Map.Entry<String, INDArray> entry : gradients.entrySet()) {
      if (entry.getKey().endsWith("_mean") || entry.getKey().endsWith("_var")) {
        continue;
      }
      INDArray weights = graph.getParam(entry.getKey());
      double length = entry.getValue().norm2Number().doubleValue();
      INDArray way = entry.getValue().div(Math.max(length, 1e-12));
      INDArray before = weights.dup();
      weights.addi(way.mul(STEP));
      double above = loss(graph, images);
      weights.assign(before.sub(way.mul(STEP)));
      double below = loss(graph, images);
      weights.assign(before);
      double slope = (above - below) / (2 * STEP);
      assertEquals(slope, length, 0.03 * length + 1e-4, entry.getKey());
      checked++;
    }
    assertTrue(checked >= 2 * shape.levels(), "checked " + checked);
    graph.close();
  }

  private static double loss(Graph graph, INDArray images) {
    return graph.look(images, LOSS);
  }
}
