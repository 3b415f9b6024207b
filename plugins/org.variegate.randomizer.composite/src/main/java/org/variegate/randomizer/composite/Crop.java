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

  /** A blur by so many pixels hides that there is one pixel where there were more. */
  private static final double SPARE = 4;

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
   * Cuts it out. What will be blurred is reduced first, by less than is seen afterwards.
   *
   * @param picture of three channels
   * @param level factor on its light
   * @param blur standard deviation, in heights of the part
   * @param shadows whether the ground shows it too
   * @param arena lends buffers
   */
  Backdrop cut(Picture picture, float level, double blur, boolean shadows, Arena arena) {
    double sigma = blur * height;
    int factor = Math.max(1, Math.min((int) (sigma / SPARE), Math.min(width, height)));
    int across = width / factor;
    int down = height / factor;
    float[] values = new float[3 * across * down];
    for (int j = 0; j < down; j++) {
      for (int i = 0; i < across; i++) {
        int column = factor * (mirrored ? across - 1 - i : i);
        mean(picture, x + column, y + factor * j, factor, level, values, 3 * (j * across + i));
      }
    }
    if (blur > 0) {
      double left = sigma * sigma - (factor * factor - 1) / 12.0; // the mean's variance is there
      blur(values, across, down, Math.sqrt(left) / factor, arena);
    }
    return new Backdrop(across, down, values, shadows);
  }

  /** The mean light of a square of pixels. */
  private static void mean(
      Picture picture, int left, int top, int side, float level, float[] values, int to) {
    byte[] codes = picture.values();
    float share = level / (side * side);
    for (int j = 0; j < side; j++) {
      int from = 3 * ((top + j) * picture.width() + left);
      for (int i = from; i < from + 3 * side; i += 3) {
        values[to] += share * LIGHT[codes[i] & 0xff];
        values[to + 1] += share * LIGHT[codes[i + 1] & 0xff];
        values[to + 2] += share * LIGHT[codes[i + 2] & 0xff];
      }
    }
  }

  private static void blur(float[] values, int width, int height, double sigma, Arena arena) {
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
