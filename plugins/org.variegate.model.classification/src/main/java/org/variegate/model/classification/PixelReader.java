package org.variegate.model.classification;

/** Inputs that are the pixels themselves. */
record PixelReader(Input input) implements Reader {

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
    return "pixels of " + input.size();
  }

  @Override
  public void close() {
    // holds nothing
  }
}
