package org.variegate.dl4j.layers;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.variegate.dl4j.layers.internal.Convolution3DLayer;

/**
 * A convolution of volumes as Deeplearning4j's, except that without an activation (that of {@link
 * Normalization} comes later) it is not computed a second time for its gradient: a step takes a
 * third less.
 */
public final class Convolution3D extends org.deeplearning4j.nn.conf.layers.Convolution3D {
  private static final long serialVersionUID = 1;

  /** Without any settings: for reading saved networks. */
  public Convolution3D() {}

  /**
   * With settings.
   *
   * @param settings as Deeplearning4j's own layer takes; without an activation, that of the network
   *     holds
   */
  public Convolution3D(org.deeplearning4j.nn.conf.layers.Convolution3D.Builder settings) {
    super(settings);
  }

  @Override
  public Convolution3D clone() {
    return (Convolution3D) super.clone();
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    LayerValidation.assertNInNOutSet("Convolution3D", getLayerName(), index, getNIn(), getNOut());
    Convolution3DLayer layer = new Convolution3DLayer(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }
}
