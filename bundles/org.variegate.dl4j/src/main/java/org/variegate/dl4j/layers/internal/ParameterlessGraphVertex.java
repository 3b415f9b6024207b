package org.variegate.dl4j.layers.internal;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What vertices have in common that have no parameters. */
@SuppressWarnings(
    "overrides") // of the superclass: an array where its interface has a variable number
abstract class ParameterlessGraphVertex extends BaseGraphVertex {
  private static final long serialVersionUID = 1;

  ParameterlessGraphVertex(ComputationGraph graph, String name, int index, DataType type) {
    super(graph, name, index, null, null, type);
  }

  @Override
  public final boolean hasLayer() {
    return false;
  }

  @Override
  public final Layer getLayer() {
    return null;
  }

  @Override
  public final void setBackpropGradientsViewArray(INDArray view) {
    if (view != null) {
      throw new IllegalArgumentException(getVertexName() + " has no parameters");
    }
  }

  @Override
  public final Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int examples) {
    return new Pair<>(masks == null ? null : masks[0], state);
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "(" + getVertexName() + ")";
  }
}
