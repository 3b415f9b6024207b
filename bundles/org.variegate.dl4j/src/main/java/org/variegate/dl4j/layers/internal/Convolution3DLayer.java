package org.variegate.dl4j.layers.internal;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Deeplearning4j computes its output again to ask the activation for a gradient. The identity looks
 * at no more than its shape.
 */
public final class Convolution3DLayer
    extends org.deeplearning4j.nn.layers.convolution.Convolution3DLayer {
  private static final long serialVersionUID = 1;

  /** An array of the output's shape, while gradients are computed. */
  private transient INDArray likeOutput;

  /**
   * A layer without parameters, which are set later.
   *
   * @param conf that holds the layer's settings
   * @param type of its values
   */
  public Convolution3DLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    likeOutput = layerConf().getActivationFn() instanceof ActivationIdentity ? epsilon : null;
    try {
      return super.backpropGradient(epsilon, workspaces);
    } finally {
      likeOutput = null;
    }
  }

  @Override
  protected Pair<INDArray, INDArray> preOutput(
      boolean training, boolean forGradient, LayerWorkspaceMgr workspaces) {
    return forGradient && likeOutput != null
        ? new Pair<>(likeOutput, null)
        : super.preOutput(training, forGradient, workspaces);
  }
}
