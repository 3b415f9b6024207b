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
    float[] radiance = new float[3 * WIDTH * HEIGHT];
    double high = (double) picture.height() / picture.width() / 2;
    for (int j = 0; j < HEIGHT; j++) {
      double v = (j + 0.5) / HEIGHT;
      double y = panorama ? v : Math.max(0, Math.min(1, 0.5 + (v - 0.5) / high));
      for (int i = 0; i < WIDTH; i++) {
        double u = (i + 0.5) / WIDTH;
        double quarter = 4 * u % 2;
        double x = panorama ? u : quarter < 1 ? quarter : 2 - quarter;
        bilinear(picture, x * picture.width() - 0.5, y * picture.height() - 0.5, radiance, i, j);
      }
    }
    return Dome.of(WIDTH, HEIGHT, radiance, Optional.empty());
  }

  private static void bilinear(Picture p, double x, double y, float[] to, int i, int j) {
    double cx = Math.max(0, Math.min(p.width() - 1, x));
    double cy = Math.max(0, Math.min(p.height() - 1, y));
    int x0 = (int) cx;
    int y0 = (int) cy;
    int x1 = Math.min(x0 + 1, p.width() - 1);
    int y1 = Math.min(y0 + 1, p.height() - 1);
    double f = cx - x0;
    double g = cy - y0;
    for (int c = 0; c < 3; c++) {
      double upper = (1 - f) * value(p, x0, y0, c) + f * value(p, x1, y0, c);
      double lower = (1 - f) * value(p, x0, y1, c) + f * value(p, x1, y1, c);
      to[3 * (j * WIDTH + i) + c] = (float) ((1 - g) * upper + g * lower);
    }
  }

  private static float value(Picture p, int x, int y, int channel) {
    int at = (y * p.width() + x) * p.channels() + (p.channels() == 1 ? 0 : channel);
    return Srgb.linear(p.values()[at] & 0xff);
  }
}
