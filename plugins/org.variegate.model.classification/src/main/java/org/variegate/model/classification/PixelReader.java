package org.variegate.model.classification;

import org.variegate.dl4j.onnx.OnnxModel;

/**
 * Inputs that are the pixels themselves.
 *
 * @param input how pictures are prepared
 * @param network what the network that learns from them began as
 */
record PixelReader(Input input, String network) implements Reader {

  @Override
  public float[] features(float[] prepared) {
    return prepared;
  }

  @Override
  public long[] shape() {
    return new long[] {3, input.size(), input.size()};
  }

  @Override
  public String identity() {
    return network + " of " + input.size();
  }

  @Override
  public OnnxPart onnx() {
    OnnxModel model = new OnnxModel("classification");
    return new OnnxPart(
        model, model.input("image", "pictures", 3, (long) input.size(), (long) input.size()));
  }

  @Override
  public void close() {
    // holds nothing
  }
}
