package org.variegate.pictures;

import org.variegate.formats.Picture;

/**
 * The middle square of a picture, resized as Pillow's BILINEAR does it, but that values between its
 * two passes are not rounded: some differ by one.
 */
public final class Square {
  private Square() {}

  /**
   * Cuts and resizes.
   *
   * @param picture grey, colours, or colours on white with opacity
   * @param size of a side, in pixels
   * @return [3, size, size] red, green, blue, in [0, 255]
   */
  public static float[] of(Picture picture, int size) {
    int side = Math.min(picture.width(), picture.height());
    int left = (picture.width() - side) / 2;
    int top = (picture.height() - side) / 2;
    Taps taps = Taps.of(side, size);
    float[] rows = new float[3 * side * size];
    float[] result = new float[3 * size * size];
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < size; x++) {
          double sum = 0;
          for (int k = 0; k < taps.weights[x].length; k++) {
            sum += taps.weights[x][k] * value(picture, left + taps.from[x] + k, top + y, c);
          }
          rows[(c * side + y) * size + x] = (float) sum;
        }
      }
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          double sum = 0;
          for (int k = 0; k < taps.weights[y].length; k++) {
            sum += taps.weights[y][k] * rows[(c * side + taps.from[y] + k) * size + x];
          }
          result[(c * size + y) * size + x] = Math.round((float) sum);
        }
      }
    }
    return result;
  }

  private static float value(Picture picture, int x, int y, int c) {
    int channels = picture.channels();
    int at = (y * picture.width() + x) * channels;
    int value = picture.values()[at + (channels == 1 ? 0 : c)] & 0xff;
    if (channels < 4) {
      return value;
    }
    float opacity = (picture.values()[at + 3] & 0xff) / 255f;
    return 255 + opacity * (value - 255);
  }

  /** Which pixels make up each new one: a triangle two old or new pixels wide, what is wider. */
  private record Taps(int[] from, double[][] weights) {
    static Taps of(int old, int size) {
      double scale = (double) old / size;
      double reach = Math.max(scale, 1);
      int[] from = new int[size];
      double[][] weights = new double[size][];
      for (int i = 0; i < size; i++) {
        double centre = (i + 0.5) * scale;
        from[i] = (int) Math.max(0, centre - reach + 0.5);
        int to = (int) Math.min(old, centre + reach + 0.5);
        weights[i] = triangle(from[i], to, centre, reach);
      }
      return new Taps(from, weights);
    }

    private static double[] triangle(int from, int to, double centre, double reach) {
      double[] weights = new double[to - from];
      double sum = 0;
      for (int k = 0; k < weights.length; k++) {
        weights[k] = Math.max(0, 1 - Math.abs((from + k + 0.5 - centre) / reach));
        sum += weights[k];
      }
      for (int k = 0; k < weights.length; k++) {
        weights[k] /= sum;
      }
      return weights;
    }
  }
}
