package org.variegate.dl4j.layers.internal;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Repeats values; gradients are sums over where a value went. */
@SuppressWarnings(
    "overrides") // of the superclass: an array where its interface has a variable number
public final class UpsamplingVertex extends ParameterlessGraphVertex {
  private static final long serialVersionUID = 1;

  /**
   * A vertex of a graph.
   *
   * @param graph that it belongs to
   * @param name its name
   * @param index its index
   * @param type of its values
   */
  public UpsamplingVertex(ComputationGraph graph, String name, int index, DataType type) {
    super(graph, name, index, type);
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    INDArray coarse = Contiguous.of(inputs[0], dataType);
    long[] twice = Windows.doubled(coarse.shape());
    INDArray fine = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, twice, 'c');
    Windows.repeat(coarse, fine);
    return fine;
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
    INDArray fine = Contiguous.of(epsilon, dataType);
    long[] half = Windows.halved(fine.shape());
    INDArray gradient =
        workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, half, 'c');
    Windows.sums(fine, gradient);
    return new Pair<>(null, new INDArray[] {gradient});
  }
}
