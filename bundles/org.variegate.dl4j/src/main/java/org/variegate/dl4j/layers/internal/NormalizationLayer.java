package org.variegate.dl4j.layers.internal;

import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.BETA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GAMMA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_MEAN;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_VAR;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.variegate.dl4j.layers.Normalization;

/**
 * Normalizes channel by channel, each on one thread, so that the number of threads changes no bit.
 * What goes back needs the input alone: the normalized values are never stored.
 */
public final class NormalizationLayer extends BatchNormalization {
  private static final long serialVersionUID = 1;

  private final Normalization layer;
  private transient ChannelStatistics statistics;

  /**
   * A layer without parameters, which are set later.
   *
   * @param conf that holds a {@link Normalization}
   * @param type float or double
   */
  public NormalizationLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
    layer = (Normalization) conf.getLayer();
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray x = checked(input);
    INDArray y = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, x.shape(), 'c');
    Channels in = channels(x);
    statistics =
        training || layer.isPerExample()
            ? ChannelStatistics.of(in)
            : new ChannelStatistics(values(GLOBAL_MEAN), values(GLOBAL_VAR));
    double[] scale = scale();
    double[] shift = shift(scale);
    Channels out = channels(y);
    Workers.each(in.channels(), c -> in.rectified(c, scale[c], shift[c], layer.getSlope(), out));
    return y;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray x = checked(input);
    INDArray dx =
        workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, x.shape(), 'c');
    Channels in = channels(x);
    Channels above = channels(Contiguous.of(epsilon, dataType));
    Channels out = channels(dx);
    double[] scale = scale();
    double[] shift = shift(scale);
    double[] inverse = statistics.inverseDeviation(layer.getEps());
    double[] dBeta = new double[in.channels()];
    double[] dGamma = new double[in.channels()];
    double count = in.count();
    Workers.each(
        in.channels(),
        c -> {
          Rectifier at = new Rectifier(scale[c], shift[c], layer.getSlope());
          double mean = statistics.mean()[c];
          double[] sums = in.gradients(c, at, mean, above);
          dBeta[c] = sums[0];
          dGamma[c] = sums[1] * inverse[c];
          // dx = scale (g - mean of g - xhat mean of g xhat), xhat = (x - mean) inverse
          double slope = -scale[c] * inverse[c] * dGamma[c] / count;
          double constant = -scale[c] * dBeta[c] / count - slope * mean;
          in.backward(c, at, above, slope, constant, out);
        });
    return new Pair<>(gradient(dBeta, dGamma), dx);
  }

  private Channels channels(INDArray array) {
    return Channels.of(array, layer.isPerExample());
  }

  private INDArray checked(INDArray x) {
    if (x.rank() < 3 || x.size(1) != layer.getNOut()) {
      throw new IllegalArgumentException(
          "normalization: needs [examples, "
              + layer.getNOut()
              + ", ...], got "
              + Arrays.toString(x.shape()));
    }
    return Contiguous.of(x, dataType);
  }

  private double[] values(String name) {
    return getParam(name).toDoubleVector();
  }

  private double[] scale() {
    double[] scale = statistics.inverseDeviation(layer.getEps());
    if (layer.isLockGammaBeta()) {
      return multiplied(scale, c -> layer.getGamma());
    }
    double[] gamma = values(GAMMA);
    return multiplied(scale, c -> gamma[c % gamma.length]);
  }

  private static double[] multiplied(double[] values, java.util.function.IntToDoubleFunction by) {
    for (int c = 0; c < values.length; c++) {
      values[c] *= by.applyAsDouble(c);
    }
    return values;
  }

  private double[] shift(double[] scale) {
    double[] shift = new double[scale.length];
    double[] beta = layer.isLockGammaBeta() ? null : values(BETA);
    for (int c = 0; c < shift.length; c++) {
      shift[c] =
          (beta == null ? layer.getBeta() : beta[c % beta.length])
              - statistics.mean()[c] * scale[c];
    }
    return shift;
  }

  /** Running means go the way of parameters: what is subtracted from them is their gradient. */
  private Gradient gradient(double[] dBeta, double[] dGamma) {
    Gradient gradient = new DefaultGradient();
    if (!layer.isLockGammaBeta()) {
      gradient.setGradientFor(GAMMA, view(GAMMA, folded(dGamma)));
      gradient.setGradientFor(BETA, view(BETA, folded(dBeta)));
    }
    gradient.setGradientFor(
        GLOBAL_MEAN, view(GLOBAL_MEAN, step(values(GLOBAL_MEAN), statistics.mean())));
    gradient.setGradientFor(
        GLOBAL_VAR, view(GLOBAL_VAR, step(values(GLOBAL_VAR), statistics.variance())));
    return gradient;
  }

  /** The sums over examples, where each has channels of its own. */
  private double[] folded(double[] values) {
    double[] sums = new double[(int) layer.getNOut()];
    for (int c = 0; c < values.length; c++) {
      sums[c % sums.length] += values[c];
    }
    return sums;
  }

  private double[] step(double[] running, double[] batch) {
    double[] step = new double[running.length];
    for (int c = 0; c < step.length && !layer.isPerExample(); c++) {
      step[c] = (1 - layer.getDecay()) * (running[c] - batch[c]);
    }
    return step;
  }

  private INDArray view(String name, double[] values) {
    INDArray view = gradientViews.get(name);
    for (int c = 0; c < values.length; c++) {
      view.putScalar(c, values[c]);
    }
    return view;
  }
}
