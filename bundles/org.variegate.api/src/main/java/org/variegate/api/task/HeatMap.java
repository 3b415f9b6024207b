package org.variegate.api.task;

/**
 * Where in a picture a network looked.
 *
 * @param method how that was found, such as {@code Grad-CAM}
 * @param label the class that it speaks for
 * @param score the network's for that class
 * @param width of the map
 * @param height of the map
 * @param values [height, width], row by row, 0 where nothing speaks for the class
 */
public record HeatMap(
    String method, String label, double score, int width, int height, float[] values) {

  /** Checks the size. */
  public HeatMap {
    if (values.length != (long) width * height) {
      throw new IllegalArgumentException(
          "values: needs " + width + " x " + height + ", got " + values.length);
    }
  }
}
