package org.variegate.randomizer.composite;

import java.util.Optional;
import org.variegate.formats.Picture;
import org.variegate.scene.Environment;
import org.variegate.scene.Srgb;

/**
 * A photograph in memory, small enough.
 *
 * @param picture of three channels
 * @param sha256 of its file
 * @param light that it throws: its upper, middle and lower third as zenith, horizon and ground,
 *     half as colourful; a white surface facing up is 1 bright; nothing if it is black above
 */
record Photograph(Picture picture, String sha256, Optional<Environment> light) {
  private static final int WIDTH = 16;
  private static final int HEIGHT = 32;

  /**
   * Makes a picture small enough.
   *
   * @param picture of any number of channels; opacity is ignored
   * @param sha256 of its file
   * @param longest side in pixels
   */
  static Photograph of(Picture picture, String sha256, int longest) {
    int factor = (Math.max(picture.width(), picture.height()) - 1) / longest + 1;
    Picture small = reduced(picture, factor);
    return new Photograph(small, sha256, light(small));
  }

  long bytes() {
    return picture.values().length + 16L * WIDTH * HEIGHT;
  }

  /** The mean in linear light of factor x factor pixels. */
  private static Picture reduced(Picture p, int factor) {
    if (factor == 1 && p.channels() == 3) {
      return p;
    }
    int width = Math.max(1, p.width() / factor);
    int height = Math.max(1, p.height() / factor);
    byte[] values = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          values[3 * (y * width + x) + c] = (byte) Srgb.code(mean(p, x, y, c, factor));
        }
      }
    }
    return new Picture(width, height, 3, values);
  }

  private static float mean(Picture p, int x, int y, int c, int factor) {
    float sum = 0;
    int endY = Math.min((y + 1) * factor, p.height());
    int endX = Math.min((x + 1) * factor, p.width());
    for (int j = y * factor; j < endY; j++) {
      for (int i = x * factor; i < endX; i++) {
        int at = (j * p.width() + i) * p.channels() + (p.channels() == 1 ? 0 : c);
        sum += Srgb.linear(p.values()[at] & 0xff);
      }
    }
    return sum / ((endY - y * factor) * (endX - x * factor));
  }

  private static Optional<Environment> light(Picture p) {
    double[][] thirds = new double[3][3];
    int[] counts = new int[3];
    for (int y = 0; y < p.height(); y++) {
      int third = 3 * y / p.height();
      for (int x = 0; x < p.width(); x++) {
        counts[third]++;
        for (int c = 0; c < 3; c++) {
          thirds[third][c] += Srgb.linear(p.values()[3 * (y * p.width() + x) + c] & 0xff);
        }
      }
    }
    for (int third = 0; third < 3; third++) {
      fade(thirds[third], Math.max(1, counts[third]));
    }
    float[] radiance = new float[3 * WIDTH * HEIGHT];
    for (int j = 0; j < HEIGHT; j++) {
      double up = StrictMath.cos(Math.PI * (j + 0.5) / HEIGHT);
      int far = up > 0 ? 0 : 2;
      for (int i = 3 * j * WIDTH; i < 3 * (j + 1) * WIDTH; i++) {
        double horizon = thirds[1][i % 3];
        double end = thirds[far][i % 3];
        radiance[i] = (float) (horizon + Math.abs(up) * (end - horizon));
      }
    }
    Environment light = new Environment(WIDTH, HEIGHT, radiance);
    float level = light.brightness();
    return level > 1e-4f ? Optional.of(light.times(1 / level)) : Optional.empty();
  }

  /** From a sum to the mean, half as far from grey: photographs are balanced for their light. */
  private static void fade(double[] sum, int count) {
    double grey = (0.2126 * sum[0] + 0.7152 * sum[1] + 0.0722 * sum[2]) / count;
    for (int c = 0; c < 3; c++) {
      sum[c] = (sum[c] / count + grey) / 2;
    }
  }
}
