package org.variegate.model.classification;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The networks that are trained. */
final class Heads {
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
    layers.layer(normalization());
    return end(layers, InputType.feedForward(count));
  }

  /** On maps: a trunk, the means of what it finds, and the same. */
  MultiLayerNetwork ofMaps(Trunk trunk, long channels, long height, long width) {
    ListBuilder layers = begin();
    trunk.layers().forEach(layers::layer);
    layers.layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
    if (trunk.isPretrained()) {
      layers.layer(normalization());
    }
    MultiLayerNetwork network = end(layers, InputType.convolutional(height, width, channels));
    trunk.fill(network);
    return network;
  }

  /** How many layers a network has before it takes the means of maps; 0 if it takes none. */
  static int trunk(MultiLayerNetwork network) {
    for (int i = 0; i < network.getnLayers(); i++) {
      if (network.getLayer(i).conf().getLayer() instanceof GlobalPoolingLayer) {
        return i;
      }
    }
    return 0;
  }

  private static BatchNormalization normalization() {
    return new BatchNormalization.Builder().lockGammaBeta(true).useLogStd(false).build();
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
