package org.variegate.model.classification;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The networks that are trained. */
final class Heads {
  private static final int[] WIDTHS = {16, 32, 64, 64};

  /** How many layers a network on pixels has before the means of its maps are taken. */
  static final int TRUNK = 2 * WIDTHS.length;

  private final Classification.Config config;
  private final int classes;
  private final long seed;

  Heads(Classification.Config config, int classes, long seed) {
    this.config = config;
    this.classes = classes;
    this.seed = seed;
  }

  /** On features of so many numbers: normalised by the batches seen, dense, dropout, softmax. */
  MultiLayerNetwork ofFeatures(long count) {
    ListBuilder layers = begin();
    layers.layer(
        new BatchNormalization.Builder()
            .nIn(count)
            .nOut(count)
            .lockGammaBeta(true)
            .useLogStd(false)
            .build());
    return end(layers, InputType.feedForward(count));
  }

  /** On the pixels of squares: four convolutions, each halved, and the mean of what they found. */
  MultiLayerNetwork ofPixels(long channels, long size) {
    ListBuilder layers = begin();
    for (int width : WIDTHS) {
      layers.layer(
          new ConvolutionLayer.Builder(3, 3)
              .nOut(width)
              .convolutionMode(ConvolutionMode.Same)
              .activation(Activation.RELU)
              .build());
      layers.layer(new SubsamplingLayer.Builder(PoolingType.MAX).build());
    }
    layers.layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
    return end(layers, InputType.convolutional(size, size, channels));
  }

  private ListBuilder begin() {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .updater(new Adam())
        .weightInit(WeightInit.RELU)
        .l2(config.decay())
        .list();
  }

  private MultiLayerNetwork end(ListBuilder layers, InputType input) {
    if (config.hidden() > 0) {
      layers.layer(
          new DenseLayer.Builder().nOut(config.hidden()).activation(Activation.RELU).build());
    }
    OutputLayer.Builder output =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nOut(classes)
            .weightInit(WeightInit.XAVIER)
            .activation(Activation.SOFTMAX);
    if (config.dropout() > 0) {
      output.dropOut(new Dropout(1 - config.dropout())); // DL4J's number is what is kept
    }
    MultiLayerConfiguration configuration =
        layers.layer(output.build()).setInputType(input).build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }
}
