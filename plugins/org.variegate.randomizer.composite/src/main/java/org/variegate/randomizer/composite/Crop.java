package org.variegate.randomizer.composite;

import org.variegate.api.Arena;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.formats.Picture;
import org.variegate.raster.GaussianBlur;
import org.variegate.scene.Backdrop;
import org.variegate.scene.Srgb;

/**
 * A part of a photograph.
 *
 * @param x its first column
 * @param y its first row
 * @param width in pixels
 * @param height in pixels
 * @param mirrored whether left and right are exchanged
 */
record Crop(int x, int y, int width, int height, boolean mirrored) {
  /** Brightest that the tone curve is undone for. */
  private static final double WHITEST = 0.995;

  /** Light that the tone curve of pictures makes into each code. */
  private static final float[] LIGHT = new float[256];

  static {
    for (int i = 0; i < 256; i++) {
      double v = Math.min(WHITEST, Srgb.linear(i));
      LIGHT[i] = (float) (v <= 0.7 ? v : 0.7 - 0.3 * StrictMath.log(1 - (v - 0.7) / 0.3));
    }
  }

  /**
   * The largest part of a shape, or a smaller one.
   *
   * @param picture whose part
   * @param aspect its width over its height
   * @param zoom how many times smaller than the largest, at least 1
   * @param across where, in [0, 1] from left to right
   * @param down where, in [0, 1] from top to bottom
   * @param mirrored whether left and right are exchanged
   */
  static Crop of(
      Picture picture, double aspect, double zoom, double across, double down, boolean mirrored) {
    double high = Math.min(picture.height(), picture.width() / aspect) / zoom;
    int height = Math.max(1, Math.min(picture.height(), (int) (high + 0.5)));
    int width = Math.max(1, Math.min(picture.width(), (int) (high * aspect + 0.5)));
    int x = (int) (across * (picture.width() - width) + 0.5);
    int y = (int) (down * (picture.height() - height) + 0.5);
    return new Crop(x, y, width, height, mirrored);
  }

  /**
   * Cuts it out.
   *
   * @param picture of three channels
   * @param level factor on its light
   * @param blur standard deviation, in heights of the part
   * @param shadows whether the ground shows it too
   * @param arena lends buffers
   */
  Backdrop cut(Picture picture, float level, double blur, boolean shadows, Arena arena) {
    float[] values = new float[3 * width * height];
    for (int j = 0; j < height; j++) {
      for (int i = 0; i < width; i++) {
        int from = 3 * ((y + j) * picture.width() + x + (mirrored ? width - 1 - i : i));
        int to = 3 * (j * width + i);
        for (int c = 0; c < 3; c++) {
          values[to + c] = level * LIGHT[picture.values()[from + c] & 0xff];
        }
      }
    }
    if (blur > 0) {
      blur(values, blur * height, arena);
    }
    return new Backdrop(width, height, values, shadows);
  }

  private void blur(float[] values, double sigma, Arena arena) {
    Grid grid = new Grid(width, height, 1, Affine.IDENTITY);
    GaussianBlur blur = new GaussianBlur(grid, sigma, sigma, 0);
    float[] plane = arena.floats(width * height);
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = values[3 * i + c];
      }
      blur.apply(plane, 0, arena);
      for (int i = 0; i < plane.length; i++) {
        values[3 * i + c] = plane[i];
      }
    }
    arena.release(plane);
  }
}
