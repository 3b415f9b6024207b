package org.variegate.dl4j.layers;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional3D;
import org.deeplearning4j.nn.conf.inputs.InvalidInputTypeException;
import org.deeplearning4j.nn.conf.layers.Convolution3D.DataFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.variegate.dl4j.layers.internal.ConcatenationVertex;

/**
 * Puts the channels of its inputs one after the other, in pictures and in volumes: the skip
 * connections of a U-Net. Deeplearning4j's own vertex has no gradient for volumes.
 */
public final class Concatenation extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  @Override
  public Concatenation clone() {
    return new Concatenation();
  }

  @Override
  public int maxVertexInputs() {
    return Integer.MAX_VALUE;
  }

  @Override
  public ConcatenationVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    return new ConcatenationVertex(graph, name, index, type);
  }

  @Override
  public InputType getOutputType(int index, InputType... inputs) throws InvalidInputTypeException {
    long channels = 0;
    for (InputType input : inputs) {
      channels += channels(input, inputs);
    }
    if (inputs[0] instanceof InputTypeConvolutional first) {
      return InputType.convolutional(first.getHeight(), first.getWidth(), channels);
    }
    InputTypeConvolutional3D first = (InputTypeConvolutional3D) inputs[0];
    return InputType.convolutional3D(
        DataFormat.NCDHW, first.getDepth(), first.getHeight(), first.getWidth(), channels);
  }

  private static long channels(InputType input, InputType... inputs) {
    if (input instanceof InputTypeConvolutional a
        && inputs[0] instanceof InputTypeConvolutional b
        && a.getHeight() == b.getHeight()
        && a.getWidth() == b.getWidth()) {
      return a.getChannels();
    }
    if (input instanceof InputTypeConvolutional3D a
        && inputs[0] instanceof InputTypeConvolutional3D b
        && a.getDepth() == b.getDepth()
        && a.getHeight() == b.getHeight()
        && a.getWidth() == b.getWidth()) {
      return a.getChannels();
    }
    throw new InvalidInputTypeException(
        "concatenation: needs pictures or volumes of one size, got " + Arrays.toString(inputs));
  }
}
