package org.variegate.model.classification;

import org.variegate.formats.Picture;

/** Inputs that are the pixels themselves. */
record PixelReader(Input input) implements Reader {

  @Override
  public float[] read(Picture picture) {
    return input.of(picture);
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
