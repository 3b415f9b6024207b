package org.variegate.unet.internal;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What normalizations take for the mean and the variance of a channel when they do not learn. They
 * begin at 0 and 1, and after few steps still say more of that than of what was seen: after t steps
 * of decay d a part d^t. It is taken out while a network is looked at, and put back, to the last
 * bit, before it learns or is saved.
 */
public final class RunningMeans {
  private static final float LEAST = 1e-6f;

  private final Graph graph;
  private float[] kept;

  /**
   * Of a graph.
   *
   * @param graph that normalizes, or not
   */
  public RunningMeans(Graph graph) {
    this.graph = graph;
  }

  /** Takes out what was there in the beginning. */
  public void correct() {
    double left = StrictMath.pow(GraphBuilder.DECAY, graph.getConfiguration().getIterationCount());
    if (kept != null || left == 1) {
      return;
    }
    kept = Values.of(graph.params());
    for (Map.Entry<String, INDArray> entry : graph.paramTable().entrySet()) {
      if (entry.getKey().endsWith("_mean")) {
        change(entry.getValue(), 0, left, Float.NEGATIVE_INFINITY);
      } else if (entry.getKey().endsWith("_var")) {
        change(entry.getValue(), 1, left, LEAST);
      }
    }
  }

  private static void change(INDArray array, float begun, double left, float least) {
    for (long i = 0; i < array.length(); i++) {
      double corrected = (array.getDouble(i) - left * begun) / (1 - left);
      array.putScalar(i, Math.max(least, corrected));
    }
  }

  /** Puts it back. */
  public void restore() {
    if (kept != null) {
      Values.set(graph.params(), kept);
      kept = null;
    }
  }
}
