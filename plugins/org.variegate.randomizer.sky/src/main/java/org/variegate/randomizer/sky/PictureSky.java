package org.variegate.randomizer.sky;

import java.util.Optional;
import org.variegate.formats.Picture;
import org.variegate.scene.Srgb;

/**
 * A picture as a panorama. One that is twice as wide as high is one; of any other, mirror images
 * stand side by side all around, each a quarter of the circle wide, its middle at the horizon, its
 * upper and lower edge drawn out to the poles.
 */
final class PictureSky {
  static final int WIDTH = 512;
  static final int HEIGHT = 256;

  private PictureSky() {}

  static Dome of(Picture picture) {
    boolean panorama = Math.abs(picture.width() - 2 * picture.height()) <= 2;
    int wide = panorama ? WIDTH : WIDTH / 4;
    Light light = Light.of(picture, Math.max(1, picture.width() / wide));
    float[] radiance = new float[3 * WIDTH * HEIGHT];
    double high = (double) picture.height() / picture.width() / 2;
    for (int j = 0; j < HEIGHT; j++) {
      double v = (j + 0.5) / HEIGHT;
      double y = panorama ? v : Math.max(0, Math.min(1, 0.5 + (v - 0.5) / high));
      for (int i = 0; i < WIDTH; i++) {
        double u = (i + 0.5) / WIDTH;
        double quarter = 4 * u % 2;
        double x = panorama ? u : quarter < 1 ? quarter : 2 - quarter;
        int to = 3 * (j * WIDTH + i);
        light.bilinear(x * light.width - 0.5, y * light.height - 0.5, radiance, to);
      }
    }
    return Dome.of(WIDTH, HEIGHT, radiance, Optional.empty());
  }

  /**
   * A picture's light, in three channels.
   *
   * @param width in pixels
   * @param height in pixels
   * @param values linear, channels fastest
   */
  private record Light(int width, int height, float[] values) {

    /** The means of about factor x factor pixels, for what is left out between would flicker. */
    static Light of(Picture p, int factor) {
      int width = p.width() / factor;
      int height = Math.max(1, p.height() / factor);
      float[] values = new float[3 * width * height];
      int[] counts = new int[width * height];
      for (int y = 0; y < p.height(); y++) {
        int row = (int) ((long) y * height / p.height()) * width;
        for (int x = 0; x < p.width(); x++) {
          int to = row + (int) ((long) x * width / p.width());
          counts[to]++;
          int at = (y * p.width() + x) * p.channels();
          for (int c = 0; c < 3; c++) {
            values[3 * to + c] += Srgb.linear(p.values()[at + (p.channels() == 1 ? 0 : c)] & 0xff);
          }
        }
      }
      for (int i = 0; i < values.length; i++) {
        values[i] /= counts[i / 3];
      }
      return new Light(width, height, values);
    }

    void bilinear(double x, double y, float[] radiance, int to) {
      double cx = Math.max(0, Math.min(width - 1, x));
      double cy = Math.max(0, Math.min(height - 1, y));
      int x0 = (int) cx;
      int y0 = (int) cy;
      int x1 = Math.min(x0 + 1, width - 1);
      int y1 = Math.min(y0 + 1, height - 1);
      double f = cx - x0;
      double g = cy - y0;
      for (int c = 0; c < 3; c++) {
        double upper = (1 - f) * value(x0, y0, c) + f * value(x1, y0, c);
        double lower = (1 - f) * value(x0, y1, c) + f * value(x1, y1, c);
        radiance[to + c] = (float) ((1 - g) * upper + g * lower);
      }
    }

    private float value(int x, int y, int channel) {
      return values[3 * (y * width + x) + channel];
    }
  }
}
