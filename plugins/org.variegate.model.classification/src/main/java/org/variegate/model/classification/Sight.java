package org.variegate.model.classification;

import org.variegate.api.task.Example;

/**
 * What is learned from a picture.
 *
 * @param input of the trained part
 * @param label place of its class
 */
record Sight(float[] input, int label) implements Example {
  private static final int OVERHEAD = 64;

  @Override
  public long bytes() {
    return OVERHEAD + (long) Float.BYTES * input.length;
  }
}
