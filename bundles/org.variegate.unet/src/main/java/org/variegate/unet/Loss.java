package org.variegate.unet;

/** How far a network's output is from what it should be. */
@FunctionalInterface
public interface Loss {
  /**
   * The loss, and how it changes with each output.
   *
   * @param outputs [examples, channels, nz, ny, nx], x fastest; may be written to
   * @param gradients takes the derivative of the loss by each output
   * @return the loss
   */
  double of(float[] outputs, float[] gradients);
}
