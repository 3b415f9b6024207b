package org.variegate.scene;

/**
 * A picture behind everything, in the place of the sky, stretched over the whole picture and shown
 * as it is: exposure does not touch it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param values linear light, 1 is white, 3 a pixel, row by row from the top; to be read only
 * @param shadows whether the ground shows the backdrop too, darkened where it lies in shadow,
 *     instead of its own material
 */
public record Backdrop(int width, int height, float[] values, boolean shadows) {
  /** Checks the size. */
  public Backdrop {
    if (width < 1 || height < 1 || values.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "backdrop: needs " + width + " x " + height + " x 3 values, got " + values.length);
    }
  }
}
