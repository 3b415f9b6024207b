package org.variegate.unet.internal;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D.DataFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.learning.config.Adam;
import org.variegate.dl4j.layers.Concatenation;
import org.variegate.dl4j.layers.Convolution2D;
import org.variegate.dl4j.layers.Convolution3D;
import org.variegate.dl4j.layers.MaxPooling;
import org.variegate.dl4j.layers.Normalization;
import org.variegate.dl4j.layers.Upsampling;
import org.variegate.unet.UNetShape;

/** Builds the graph of a U-Net. */
public final class GraphBuilder {
  /** The name of the last layer. */
  static final String OUTPUT = "output";

  private static final String INPUT = "image";

  /** Of running means and variances, which begin at 0 and 1. */
  static final double DECAY = 0.95;

  private final UNetShape shape;
  private final ComputationGraphConfiguration.GraphBuilder builder;

  private GraphBuilder(UNetShape shape, long seed) {
    this.shape = shape;
    builder =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .miniBatch(false) // the loss is a mean already
            .updater(new Adam())
            .weightInit(WeightInit.RELU)
            .convolutionMode(ConvolutionMode.Same)
            .graphBuilder()
            .validateOutputLayerConfig(false)
            .addInputs(INPUT)
            .setInputTypes(input());
  }

  /**
   * Builds.
   *
   * @param shape of the network
   * @param seed of its weights
   * @return a graph with its first weights
   */
  public static Graph build(UNetShape shape, long seed) {
    GraphBuilder build = new GraphBuilder(shape, seed);
    build.layers();
    Graph graph = new Graph(build.builder.build());
    graph.init();
    return graph;
  }

  private InputType input() {
    int n = shape.multiple();
    return shape.dimensions() == 2
        ? InputType.convolutional(n, n, shape.inputs())
        : InputType.convolutional3D(DataFormat.NCDHW, n, n, n, shape.inputs());
  }

  private void layers() {
    int last = shape.levels() - 1;
    String[] down = new String[shape.levels()];
    String below = INPUT;
    for (int level = 0; level <= last; level++) {
      down[level] = block("down" + level, level, below);
      if (level < last) {
        below = "half" + level;
        builder.addVertex(below, new MaxPooling(), down[level]);
      }
    }
    String up = down[last];
    for (int level = last - 1; level >= 0; level--) {
      String twice = "twice" + level;
      builder.addVertex(twice, new Upsampling(), up);
      String both = "both" + level;
      builder.addVertex(both, new Concatenation(), down[level], twice);
      up = block("up" + level, level, both);
    }
    add(OUTPUT, convolution(1, shape.outputs(), true, WeightInit.XAVIER, identity()), up);
    builder.setOutputs(OUTPUT);
  }

  private String block(String name, int level, String input) {
    String last = input;
    for (int i = 0; i < shape.convolutions(); i++) {
      last = convolved(name + (char) ('a' + i), shape.width(level), last);
    }
    return last;
  }

  private String convolved(String name, int width, String input) {
    boolean plain = shape.normalization() == UNetShape.Normalization.NONE;
    IActivation activation = plain ? new ActivationLReLU(shape.slope()) : identity();
    Layer layer = convolution(3, width, plain, WeightInit.RELU, activation);
    String convolved = add(name, layer, input);
    if (plain) {
      return convolved;
    }
    Normalization normalization = new Normalization(shape.slope());
    normalization.setDecay(DECAY);
    normalization.setPerExample(shape.normalization() == UNetShape.Normalization.INSTANCE);
    return add(name + "n", normalization, convolved);
  }

  private static IActivation identity() {
    return new ActivationIdentity();
  }

  private String add(String name, Layer layer, String input) {
    builder.addLayer(name, layer, input);
    return name;
  }

  private Layer convolution(
      int length, int width, boolean bias, WeightInit weights, IActivation activation) {
    return shape.dimensions() == 2
        ? new Convolution2D(
            new ConvolutionLayer.Builder(length, length)
                .nOut(width)
                .hasBias(bias)
                .weightInit(weights)
                .activation(activation))
        : new Convolution3D(
            new org.deeplearning4j.nn.conf.layers.Convolution3D.Builder(length, length, length)
                .dataFormat(DataFormat.NCDHW)
                .nOut(width)
                .hasBias(bias)
                .weightInit(weights)
                .activation(activation));
  }
}
