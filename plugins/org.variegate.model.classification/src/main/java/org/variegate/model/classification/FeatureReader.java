package org.variegate.model.classification;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.variegate.dl4j.onnx.OnnxModel;

/** Inputs that are a frozen network's features. */
record FeatureReader(Input input, Backbone backbone) implements Reader {
  @Override
  public float[] features(float[] prepared) {
    Maps maps = backbone.maps(prepared, input.size());
    return input.pooled() ? maps.means() : maps.values();
  }

  /** The backbone's maps of a prepared picture. */
  Maps maps(float[] prepared) {
    return backbone.maps(prepared, input.size());
  }

  @Override
  public long[] shape() {
    return new long[] {features(new float[3 * input.size() * input.size()]).length};
  }

  @Override
  public String identity() {
    return backbone.sha256() + " of " + input.size() + (input.pooled() ? ", pooled" : "");
  }

  @Override
  public OnnxPart onnx() throws IOException {
    OnnxModel model = backbone.onnx();
    String value = backbone.output();
    if (input.pooled() && maps(new float[3 * input.size() * input.size()]).width() > 1) {
      value = model.apply("GlobalAveragePool", "means", List.of(value), Map.of());
    }
    return new OnnxPart(model, model.apply("Flatten", "head_input", List.of(value), Map.of()));
  }

  @Override
  public void close() {
    backbone.close();
  }
}
