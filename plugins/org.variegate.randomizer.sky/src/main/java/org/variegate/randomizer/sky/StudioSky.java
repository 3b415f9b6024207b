package org.variegate.randomizer.sky;

import java.util.Optional;
import javax.vecmath.Vector3f;
import org.variegate.scene.Rgb;

/** Gradients from the nadir over the horizon to the zenith, with soft boxes: a studio. */
final class StudioSky {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 32;
  private static final double[] SINE = new double[WIDTH];
  private static final double[] COSINE = new double[WIDTH];

  static {
    for (int i = 0; i < WIDTH; i++) {
      double azimuth = 2 * Math.PI * ((i + 0.5) / WIDTH - 0.5);
      SINE[i] = StrictMath.sin(azimuth);
      COSINE[i] = StrictMath.cos(azimuth);
    }
  }

  private StudioSky() {}

  /**
   * A soft box.
   *
   * @param towards it, of length 1
   * @param level brightness at its middle
   * @param sharpness its brightness falls with the cosine to the power of 2^sharpness
   */
  record Box(Vector3f towards, double level, int sharpness) {}

  /** A single colour all around. */
  static Dome plain(Rgb color) {
    float[] radiance = {color.red(), color.green(), color.blue()};
    float[] all = new float[3 * 16 * 32];
    for (int i = 0; i < all.length; i++) {
      all[i] = radiance[i % 3];
    }
    return Dome.of(16, 32, all, Optional.empty());
  }

  /**
   * A gradient.
   *
   * @param stops colours of nadir, horizon and zenith
   * @param boxes soft boxes
   */
  static Dome of(Rgb[] stops, Iterable<Box> boxes) {
    float[] radiance = new float[3 * WIDTH * HEIGHT];
    for (int j = 0; j < HEIGHT; j++) {
      double polar = Math.PI * (j + 0.5) / HEIGHT;
      double up = StrictMath.cos(polar);
      double flat = StrictMath.sin(polar);
      double t = Math.abs(up);
      Rgb to = stops[up > 0 ? 2 : 0];
      double f = t * t * (3 - 2 * t);
      for (int i = 0; i < WIDTH; i++) {
        double extra = 0;
        for (Box box : boxes) {
          extra += box.level() * lobe(box, flat * SINE[i], up, -flat * COSINE[i]);
        }
        int at = 3 * (j * WIDTH + i);
        radiance[at] = mix(stops[1].red(), to.red(), f, extra);
        radiance[at + 1] = mix(stops[1].green(), to.green(), f, extra);
        radiance[at + 2] = mix(stops[1].blue(), to.blue(), f, extra);
      }
    }
    return Dome.of(WIDTH, HEIGHT, radiance, Optional.empty());
  }

  private static float mix(float from, float to, double f, double extra) {
    return (float) (from + f * (to - from) + extra);
  }

  private static double lobe(Box box, double x, double y, double z) {
    Vector3f d = box.towards();
    double value = Math.max(0, d.x * x + d.y * y + d.z * z);
    for (int k = 0; k < box.sharpness(); k++) {
      value *= value;
    }
    return value;
  }
}
