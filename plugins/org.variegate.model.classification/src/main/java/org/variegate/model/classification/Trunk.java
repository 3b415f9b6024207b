package org.variegate.model.classification;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.factory.Nd4j;
import org.variegate.dl4j.layers.Convolution2D;
import org.variegate.dl4j.onnx.ConvolutionChain;
import org.variegate.dl4j.onnx.ConvolutionChain.Convolution;
import org.variegate.dl4j.onnx.ConvolutionChain.Link;
import org.variegate.dl4j.onnx.ConvolutionChain.Rectifier;

/** The layers on maps that learn, before the means of those are taken. */
final class Trunk {
  /** No layers: features are learned from as they are. */
  static final Trunk NONE = new Trunk(List.of(), List.of());

  private static final int[] WIDTHS = {16, 32, 64, 64};

  private final List<Layer> layers;
  private final List<Convolution> pretrained;

  private Trunk(List<Layer> layers, List<Convolution> pretrained) {
    this.layers = layers;
    this.pretrained = pretrained;
  }

  /** Four convolutions that know nothing, each halved. */
  static Trunk untrained() {
    List<Layer> layers = new ArrayList<>();
    for (int width : WIDTHS) {
      layers.add(convolution(3, width));
      layers.add(rectifier());
      layers.add(halving());
    }
    return new Trunk(layers, List.of());
  }

  /** The end of a pretrained network. */
  static Trunk of(ConvolutionChain chain) {
    List<Layer> layers = new ArrayList<>();
    List<Convolution> pretrained = new ArrayList<>();
    for (Link link : chain.links()) {
      if (link instanceof Convolution convolution) {
        pretrained.add(convolution);
        layers.add(convolution(convolution.width(), convolution.outputs()));
      } else {
        layers.add(link instanceof Rectifier ? rectifier() : halving());
      }
    }
    return new Trunk(layers, pretrained);
  }

  private static Layer convolution(int width, int outputs) {
    return new Convolution2D(
        new ConvolutionLayer.Builder(width, width)
            .nOut(outputs)
            .convolutionMode(ConvolutionMode.Same)
            .activation(new ActivationIdentity()));
  }

  private static Layer rectifier() {
    return new ActivationLayer(Activation.RELU);
  }

  private static Layer halving() {
    return new SubsamplingLayer.Builder(PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
        .build();
  }

  List<Layer> layers() {
    return layers;
  }

  boolean isPretrained() {
    return !pretrained.isEmpty();
  }

  /** Gives what was pretrained to a network that begins with these layers. */
  void fill(MultiLayerNetwork network) {
    int place = 0;
    for (Convolution convolution : pretrained) {
      while (!(layers.get(place) instanceof Convolution2D)) {
        place++;
      }
      int width = convolution.width();
      network.setParam(
          place + "_W",
          Nd4j.createFromArray(convolution.weights())
              .reshape(convolution.outputs(), convolution.inputs(), width, width));
      network.setParam(
          place + "_b", Nd4j.createFromArray(convolution.bias()).reshape(1, convolution.outputs()));
      place++;
    }
  }
}
