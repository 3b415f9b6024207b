package org.variegate.model.classification;

import java.io.IOException;
import java.nio.file.Path;
import org.variegate.dl4j.onnx.ConvolutionChain;
import org.variegate.dl4j.onnx.OnnxModel;

/**
 * What a classifier stands on.
 *
 * @param reader what is computed of a picture once, and does not learn
 * @param trunk the layers that learn on that, before the head
 */
record Base(Reader reader, Trunk trunk) {

  /** As the options say. */
  static Base of(Classification.Config config, Input input) throws IOException {
    if (config.backbone().isEmpty()) {
      return new Base(new PixelReader(input, "pixels"), Trunk.untrained());
    }
    Path file = Backbone.file(config.backbone());
    if (config.unfrozen() == 0) {
      Backbone backbone = Backbone.open(file, config.output(), input);
      return new Base(new FeatureReader(input, backbone), Trunk.NONE);
    }
    OnnxModel model = OnnxModel.read(file);
    ConvolutionChain chain = chain(file, model, config);
    Trunk trunk = Trunk.of(chain);
    if (model.inputs().contains(chain.input())) {
      String identity = Backbone.sha256(file) + " of which all learns,";
      return new Base(new PixelReader(input, identity), trunk);
    }
    Backbone below = Backbone.below(file, model, chain.input(), input);
    return new Base(new MapReader(input, below, config.unfrozen()), trunk);
  }

  private static ConvolutionChain chain(Path file, OnnxModel model, Classification.Config config)
      throws IOException {
    try {
      return ConvolutionChain.last(model, config.output(), config.unfrozen());
    } catch (IOException e) {
      throw new IOException("unfrozen: " + file + " " + e.getMessage(), e);
    }
  }
}
