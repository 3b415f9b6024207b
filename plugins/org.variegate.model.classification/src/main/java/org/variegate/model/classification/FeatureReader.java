package org.variegate.model.classification;

import org.variegate.formats.Picture;

/** Inputs that are a frozen network's features. */
record FeatureReader(Input input, Backbone backbone) implements Reader {
  @Override
  public float[] read(Picture picture) {
    return backbone.features(input.of(picture), input.size(), input.pooled());
  }

  @Override
  public long[] shape() {
    return new long[] {backbone.count(input.size(), input.pooled())};
  }

  @Override
  public String identity() {
    return backbone.sha256() + " of " + input.size() + (input.pooled() ? ", pooled" : "");
  }

  @Override
  public void close() {
    backbone.close();
  }
}
