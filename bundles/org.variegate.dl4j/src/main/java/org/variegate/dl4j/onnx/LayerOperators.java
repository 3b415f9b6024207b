package org.variegate.dl4j.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.variegate.dl4j.layers.Normalization;

/** What single layers compute when they do not learn, as operators of ONNX. */
final class LayerOperators {
  private final OnnxModel model;
  private final int dimensions;

  /**
   * Adds to a model.
   *
   * @param model that takes the operators
   * @param dimensions of what the layers look at, 2 or 3
   */
  LayerOperators(OnnxModel model, int dimensions) {
    this.model = model;
    this.dimensions = dimensions;
  }

  /**
   * A layer.
   *
   * @param name of the value that it makes
   * @param input name of the value that it is given
   * @return name of what it makes
   * @throws IllegalArgumentException if it cannot be said in ONNX
   */
  String of(Layer layer, String name, String input) {
    Object conf = layer.conf().getLayer();
    if (conf instanceof Normalization own) {
      String normalized = normalized(layer, own, name + "_bn", input);
      return rectified(name, normalized, own.getSlope());
    }
    if (conf instanceof BatchNormalization normalization) {
      return normalized(layer, normalization, name, input);
    }
    if (conf instanceof ConvolutionLayer convolution) { // the class of volumes extends it too
      String convolved = convolution(layer, convolution, name + "_conv", input);
      return activated(convolution.getActivationFn(), name, convolved);
    }
    if (conf instanceof SubsamplingLayer pooling) {
      return pooled(pooling, name, input);
    }
    if (conf instanceof GlobalPoolingLayer pooling && pooling.getPoolingType() == PoolingType.AVG) {
      String means = model.apply("GlobalAveragePool", name + "_mean", List.of(input), Map.of());
      return model.apply("Flatten", name, List.of(means), Map.of("axis", 1L));
    }
    if (conf instanceof ActivationLayer activation) {
      return activated(activation.getActivationFn(), name, input);
    }
    if (conf instanceof DenseLayer dense) {
      return activated(dense.getActivationFn(), name, dense(layer, name + "_dense", input));
    }
    if (conf instanceof OutputLayer output) {
      return activated(output.getActivationFn(), name, dense(layer, name + "_dense", input));
    }
    throw refused(conf.getClass().getSimpleName());
  }

  private String convolution(Layer layer, ConvolutionLayer conf, String name, String input) {
    int[] kernel = conf.getKernelSize();
    boolean same = conf.getConvolutionMode() == ConvolutionMode.Same;
    boolean plain = all(1, conf.getStride()) && all(1, conf.getDilation());
    if (!same || !plain || !Arrays.stream(kernel).allMatch(k -> k % 2 == 1)) {
      throw refused("a convolution that does not keep the size");
    }
    INDArray weights = layer.getParam("W");
    String w = constant(name + "_w", weights);
    List<String> inputs =
        conf.hasBias()
            ? List.of(input, w, constant(name + "_b", layer.getParam("b").reshape(-1)))
            : List.of(input, w);
    long[] pads = new long[2 * kernel.length];
    for (int axis = 0; axis < pads.length; axis++) {
      pads[axis] = kernel[axis % kernel.length] / 2;
    }
    return model.apply("Conv", name, inputs, Map.of("pads", pads));
  }

  private String normalized(Layer layer, BatchNormalization conf, String name, String input) {
    float[] mean = values(layer.getParam("mean"));
    boolean locked = conf.isLockGammaBeta();
    float[] gamma = locked ? filled(mean.length, conf.getGamma()) : values(layer.getParam("gamma"));
    float[] beta = locked ? filled(mean.length, conf.getBeta()) : values(layer.getParam("beta"));
    List<String> inputs = new ArrayList<>();
    inputs.add(input);
    inputs.add(constant(name + "_gamma", gamma));
    inputs.add(constant(name + "_beta", beta));
    boolean perExample = conf instanceof Normalization own && own.isPerExample();
    if (!perExample) {
      inputs.add(constant(name + "_mean", mean));
      inputs.add(constant(name + "_var", values(layer.getParam("var"))));
    }
    String operator = perExample ? "InstanceNormalization" : "BatchNormalization";
    return model.apply(operator, name, inputs, Map.of("epsilon", (float) conf.getEps()));
  }

  private String dense(Layer layer, String name, String input) {
    return model.apply(
        "Gemm",
        name,
        List.of(
            input,
            constant(name + "_w", layer.getParam("W")),
            constant(name + "_b", layer.getParam("b").reshape(-1))),
        Map.of());
  }

  private String pooled(SubsamplingLayer conf, String name, String input) {
    if (conf.getPoolingType() != PoolingType.MAX
        || !all(2, conf.getKernelSize())
        || !all(2, conf.getStride())
        || conf.getConvolutionMode() == ConvolutionMode.Same) {
      throw refused("pooling that is not the largest of 2 x 2");
    }
    return halved(name, input);
  }

  String halved(String name, String input) {
    long[] two = new long[dimensions];
    Arrays.fill(two, 2);
    return model.apply(
        "MaxPool", name, List.of(input), Map.of("kernel_shape", two, "strides", two));
  }

  String doubled(String name, String input) {
    float[] scales = new float[dimensions + 2];
    Arrays.fill(scales, 2);
    scales[0] = 1;
    scales[1] = 1;
    return model.apply(
        "Resize",
        name,
        List.of(input, "", constant(name + "_scales", scales)),
        Map.of(
            "mode", "nearest",
            "nearest_mode", "floor",
            "coordinate_transformation_mode", "asymmetric"));
  }

  private String activated(IActivation activation, String name, String input) {
    if (activation instanceof ActivationIdentity) {
      return input;
    }
    if (activation instanceof ActivationReLU) {
      return rectified(name, input, 0);
    }
    if (activation instanceof ActivationLReLU leaky) {
      return rectified(name, input, leaky.getAlpha());
    }
    if (activation instanceof ActivationSoftmax) {
      return model.apply("Softmax", name, List.of(input), Map.of("axis", 1L));
    }
    throw refused("the activation " + activation.toString().toLowerCase(Locale.ROOT));
  }

  private String rectified(String name, String input, double slope) {
    return slope == 0
        ? model.apply("Relu", name, List.of(input), Map.of())
        : model.apply("LeakyRelu", name, List.of(input), Map.of("alpha", (float) slope));
  }

  private String constant(String name, INDArray array) {
    return model.constant(name, values(array), array.shape());
  }

  private String constant(String name, float[] values) {
    return model.constant(name, values, values.length);
  }

  private static float[] values(INDArray array) {
    return array.dup('c').reshape(array.length()).toFloatVector();
  }

  private static float[] filled(int count, double value) {
    float[] values = new float[count];
    Arrays.fill(values, (float) value);
    return values;
  }

  private static boolean all(int value, int... values) {
    return Arrays.stream(values).allMatch(one -> one == value);
  }

  static IllegalArgumentException refused(String what) {
    return new IllegalArgumentException("ONNX: " + what + " cannot be written");
  }
}
