package org.variegate.dl4j.layers;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional3D;
import org.deeplearning4j.nn.conf.inputs.InvalidInputTypeException;
import org.deeplearning4j.nn.conf.layers.Convolution3D.DataFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.variegate.dl4j.layers.internal.UpsamplingVertex;

/** Doubles pictures and volumes along each axis by repeating each value. */
public final class Upsampling extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  @Override
  public Upsampling clone() {
    return new Upsampling();
  }

  @Override
  public UpsamplingVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    return new UpsamplingVertex(graph, name, index, type);
  }

  @Override
  public InputType getOutputType(int index, InputType... inputs) throws InvalidInputTypeException {
    if (inputs[0] instanceof InputTypeConvolutional in) {
      return InputType.convolutional(2 * in.getHeight(), 2 * in.getWidth(), in.getChannels());
    }
    if (inputs[0] instanceof InputTypeConvolutional3D in) {
      return InputType.convolutional3D(
          DataFormat.NCDHW,
          2 * in.getDepth(),
          2 * in.getHeight(),
          2 * in.getWidth(),
          in.getChannels());
    }
    throw new InvalidInputTypeException("upsampling: needs pictures or volumes, got " + inputs[0]);
  }
}
