package org.variegate.dl4j.layers;

import java.util.stream.LongStream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional3D;
import org.deeplearning4j.nn.conf.inputs.InvalidInputTypeException;
import org.deeplearning4j.nn.conf.layers.Convolution3D.DataFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.variegate.dl4j.layers.internal.MaxPoolingVertex;

/**
 * Halves pictures and volumes along each axis, and keeps the largest value of each 2 x 2 or 2 x 2 x
 * 2. Where several are as large, the first gets the gradient. Sizes have to be even.
 */
public final class MaxPooling extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  @Override
  public MaxPooling clone() {
    return new MaxPooling();
  }

  @Override
  public MaxPoolingVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    return new MaxPoolingVertex(graph, name, index, type);
  }

  @Override
  public InputType getOutputType(int index, InputType... inputs) throws InvalidInputTypeException {
    if (inputs[0] instanceof InputTypeConvolutional in && even(in.getHeight(), in.getWidth())) {
      return InputType.convolutional(in.getHeight() / 2, in.getWidth() / 2, in.getChannels());
    }
    if (inputs[0] instanceof InputTypeConvolutional3D in
        && even(in.getDepth(), in.getHeight(), in.getWidth())) {
      return InputType.convolutional3D(
          DataFormat.NCDHW,
          in.getDepth() / 2,
          in.getHeight() / 2,
          in.getWidth() / 2,
          in.getChannels());
    }
    throw new InvalidInputTypeException(
        "max pooling: needs pictures or volumes of even sizes, got " + inputs[0]);
  }

  private static boolean even(long... sizes) {
    return LongStream.of(sizes).allMatch(size -> size % 2 == 0);
  }
}
