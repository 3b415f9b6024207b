package org.variegate.randomizer.sky;

import java.util.Optional;
import javax.vecmath.Vector3f;
import org.variegate.scene.Light;
import org.variegate.scene.Rgb;

/**
 * Takes the brightest spot of a panorama out of it, as a directional light that is as bright: what
 * within {@value #REACH} degrees of the brightest pixel is above {@value #ABOVE} times what 98 % of
 * the sphere stay below. Nothing is taken where that would be little, or comes from below.
 */
final class SunSpot {
  static final double REACH = 10;
  static final double ABOVE = 4;

  /** The least that counts as a sun, of what a horizontal surface gets in all. */
  private static final double LEAST = 0.15;

  private static final double LOWEST_SINE = 0.03;
  private static final double SMALLEST = 0.00465;
  private static final double LARGEST = 0.3;

  /** Bins of a histogram by the upper bits of floats. */
  private static final int SHIFT = 19;

  private final int width;
  private final int height;
  private final float[] radiance;
  private final double[] solid;

  private SunSpot(int width, int height, float[] radiance) {
    this.width = width;
    this.height = height;
    this.radiance = radiance;
    this.solid = new double[height];
    for (int j = 0; j < height; j++) {
      double lower = StrictMath.cos(Math.PI * (j + 1) / height);
      solid[j] = 2 * Math.PI / width * (StrictMath.cos(Math.PI * j / height) - lower);
    }
  }

  /**
   * Finds the sun, and dims the panorama there.
   *
   * @param width of the panorama
   * @param height of the panorama
   * @param radiance 3 a pixel, changed in place
   * @return the sun in the unit of the panorama, travelling from where it stands
   */
  static Optional<Light> extract(int width, int height, float[] radiance) {
    return new SunSpot(width, height, radiance).extract();
  }

  private Optional<Light> extract() {
    double cap = ABOVE * quantile();
    int peak = peak();
    Vector3f towards = direction(peak % width, peak / width);
    if (!(luminance(3 * peak) > cap) || towards.y < LOWEST_SINE) {
      return Optional.empty();
    }
    double[] sun = new double[8];
    visit(towards, cap, (at, weight, surplus, d) -> gather(sun, at, weight * surplus, d));
    Vector3f middle = new Vector3f((float) sun[3], (float) sun[4], (float) sun[5]);
    middle.normalize();
    double level = 0.2126 * sun[0] + 0.7152 * sun[1] + 0.0722 * sun[2];
    if (!(level * middle.y > LEAST * upward()) || middle.y < LOWEST_SINE) {
      return Optional.empty();
    }
    double[] spread = new double[2];
    visit(towards, cap, (at, weight, surplus, d) -> widen(spread, at, weight * surplus, d, middle));
    visit(towards, cap, (at, weight, surplus, d) -> dim(at, surplus));
    double size = Math.sqrt(2 * spread[0] / spread[1]);
    Rgb color =
        new Rgb((float) (sun[0] / Math.PI), (float) (sun[1] / Math.PI), (float) (sun[2] / Math.PI));
    middle.negate();
    return Optional.of(
        Light.directional(middle, color, Math.max(SMALLEST, Math.min(LARGEST, size))));
  }

  /** Told each pixel near the peak that is above the cap. */
  private interface Visitor {
    /**
     * A pixel.
     *
     * @param at where its red stands
     * @param weight its solid angle
     * @param surplus what is above the cap, as a share
     * @param direction of the pixel
     */
    void visit(int at, double weight, double surplus, Vector3f direction);
  }

  private void visit(Vector3f peak, double cap, Visitor visitor) {
    double least = StrictMath.cos(StrictMath.toRadians(REACH));
    for (int j = 0; j < height; j++) {
      for (int i = 0; i < width; i++) {
        int at = 3 * (j * width + i);
        double value = luminance(at);
        if (value > cap) {
          Vector3f d = direction(i, j);
          if (d.dot(peak) >= least) {
            visitor.visit(at, solid[j], 1 - cap / value, d);
          }
        }
      }
    }
  }

  private void gather(double[] sun, int at, double share, Vector3f d) {
    double value = luminance(at) * share;
    for (int c = 0; c < 3; c++) {
      sun[c] += radiance[at + c] * share;
    }
    sun[3] += value * d.x;
    sun[4] += value * d.y;
    sun[5] += value * d.z;
  }

  private void widen(double[] spread, int at, double share, Vector3f d, Vector3f middle) {
    double value = luminance(at) * share;
    spread[0] += value * 2 * (1 - Math.min(1, d.dot(middle)));
    spread[1] += value;
  }

  private void dim(int at, double surplus) {
    for (int c = 0; c < 3; c++) {
      radiance[at + c] *= (float) (1 - surplus);
    }
  }

  private double luminance(int at) {
    return 0.2126 * radiance[at] + 0.7152 * radiance[at + 1] + 0.0722 * radiance[at + 2];
  }

  private Vector3f direction(int i, int j) {
    double azimuth = 2 * Math.PI * ((i + 0.5) / width - 0.5);
    double polar = Math.PI * (j + 0.5) / height;
    double flat = StrictMath.sin(polar);
    return new Vector3f(
        (float) (flat * StrictMath.sin(azimuth)),
        (float) StrictMath.cos(polar),
        (float) (-flat * StrictMath.cos(azimuth)));
  }

  /** What 98 % of the sphere are darker than, within an eighth. */
  private double quantile() {
    double[] histogram = new double[1 << 31 - SHIFT];
    for (int p = 0; p < width * height; p++) {
      histogram[Float.floatToRawIntBits((float) luminance(3 * p)) >>> SHIFT] += solid[p / width];
    }
    double above = 0.02 * 4 * Math.PI;
    int bin = histogram.length - 1;
    for (; bin > 0 && above > histogram[bin]; bin--) {
      above -= histogram[bin];
    }
    return Float.intBitsToFloat(bin << SHIFT);
  }

  private int peak() {
    int peak = 0;
    for (int p = 1; p < width * height; p++) {
      peak = luminance(3 * p) > luminance(3 * peak) ? p : peak;
    }
    return peak;
  }

  /** What a horizontal surface gets. */
  private double upward() {
    double sum = 0;
    for (int p = 0; p < width * (height / 2); p++) {
      int j = p / width;
      sum += luminance(3 * p) * solid[j] * StrictMath.cos(Math.PI * (j + 0.5) / height);
    }
    return sum;
  }
}
