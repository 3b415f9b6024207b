package org.variegate.dl4j.layers;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.variegate.dl4j.layers.internal.NormalizationLayer;

/**
 * Batch normalization and a leaky rectifier in one layer, for pictures and volumes (Ioffe and
 * Szegedy 2015). With the mean m and the variance v of a channel over a batch and over space,
 *
 * <p>{@code z = gamma (x - m) / sqrt(v + eps) + beta}, {@code y = max(z, slope z)};
 *
 * <p>in inference m and v are the running means of training, {@code m <- decay m + (1 - decay)
 * m(batch)}. The convolution before it needs no bias and no activation. Deeplearning4j's own layer
 * takes several times as long and refuses volumes.
 *
 * <p>Example by example (instance normalization; Ulyanov et al. 2016), m and v are those of a
 * channel of one example over space, in training as in inference, and nothing runs along.
 */
public final class Normalization extends BatchNormalization {
  private static final long serialVersionUID = 1;

  private double slope;
  private boolean perExample;

  /** For a rectifier: slope 0. */
  public Normalization() {
    this(0);
  }

  /**
   * Any slope.
   *
   * @param slope of the rectifier below 0, 0 to 1: 0 is ReLU, 1 is no activation
   */
  public Normalization(double slope) {
    setUseLogStd(false);
    setSlope(slope);
  }

  /**
   * The slope of the rectifier below 0.
   *
   * @return 0 to 1
   */
  public double getSlope() {
    return slope;
  }

  /**
   * Sets the slope of the rectifier below 0.
   *
   * @param slope 0 to 1
   */
  public void setSlope(double slope) {
    if (!(slope >= 0 && slope <= 1)) {
      throw new IllegalArgumentException("slope: needs 0 to 1, got " + slope);
    }
    this.slope = slope;
  }

  /**
   * Whether each example is normalized by itself.
   *
   * @return whether it is; else all of a batch are together
   */
  public boolean isPerExample() {
    return perExample;
  }

  /**
   * Sets whether each example is normalized by itself.
   *
   * @param perExample whether it is; else all of a batch are together
   */
  public void setPerExample(boolean perExample) {
    this.perExample = perExample;
  }

  @Override
  public Normalization clone() {
    return (Normalization) super.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Normalization that
        && slope == that.slope
        && perExample == that.perExample
        && super.equals(other);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * super.hashCode() + Double.hashCode(slope)) + Boolean.hashCode(perExample);
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    LayerValidation.assertNOutSet("Normalization", getLayerName(), index, getNOut());
    Map<String, INDArray> table = initializer().init(conf, parameters, initialize);
    NormalizationLayer layer = new NormalizationLayer(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(table);
    layer.setConf(conf);
    return layer;
  }
}
