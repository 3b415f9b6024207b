package org.variegate.model.classification;

import java.io.IOException;

/**
 * Inputs that are the maps of the part of a network that stays as it is.
 *
 * @param input how pictures are prepared
 * @param backbone that part
 * @param learning how many convolutions follow that learn
 */
record MapReader(Input input, Backbone backbone, int learning) implements Reader {
  @Override
  public float[] features(float[] prepared) {
    return backbone.maps(prepared, input.size()).values();
  }

  @Override
  public long[] shape() {
    Maps maps = backbone.maps(new float[3 * input.size() * input.size()], input.size());
    return new long[] {maps.count(), maps.height(), maps.width()};
  }

  @Override
  public String identity() {
    return backbone.sha256() + " of which " + learning + " learn, of " + input.size();
  }

  @Override
  public OnnxPart onnx() throws IOException {
    return new OnnxPart(backbone.onnx(), backbone.output());
  }

  @Override
  public void close() {
    backbone.close();
  }
}
