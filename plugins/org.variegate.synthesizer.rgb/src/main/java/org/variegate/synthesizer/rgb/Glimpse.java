package org.variegate.synthesizer.rgb;

import java.util.ArrayList;
import java.util.List;
import org.variegate.scene.Camera;

/**
 * One of the pictures that add up to one through a lens while the shutter is open.
 *
 * @param right of the lens' middle, in radii of the lens
 * @param up from the lens' middle, in radii of the lens
 * @param time after the middle of the exposure, in shutter times, in (-0.5, 0.5)
 * @param x where in its pixel it looks, right of the middle in pixels, in [-0.5, 0.5)
 * @param y above the middle in pixels, in [-0.5, 0.5)
 */
record Glimpse(double right, double up, double time, double x, double y) {
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  /** 1 / p and 1 / p^2 of the plastic number p (Roberts 2018, the sequence R2). */
  private static final double[] PLASTIC = {0.7548776662466927, 0.5698402909980532};

  /**
   * Glimpses evenly over lens, time and pixel. The lens is covered by Vogel's spiral (1979, "A
   * better way to construct the sunflower head"), r = sqrt((i + 1/2) / n) at i golden angles, time
   * by the van der Corput sequence, whose mean is made 0.
   *
   * @param count at least 1
   * @param turn of the spiral, radians
   * @return as many
   */
  static List<Glimpse> of(int count, double turn) {
    double late = 0;
    for (int i = 0; i < count; i++) {
      late += reversed(i) / count;
    }
    List<Glimpse> glimpses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double radius = Math.sqrt((i + 0.5) / count);
      double angle = turn + i * GOLDEN_ANGLE;
      glimpses.add(
          new Glimpse(
              radius * StrictMath.cos(angle),
              radius * StrictMath.sin(angle),
              reversed(i) - late,
              wrapped(i * PLASTIC[0]),
              wrapped(i * PLASTIC[1])));
    }
    return glimpses;
  }

  private static double reversed(int i) {
    return (Integer.reverse(i) >>> 1) / (double) (1L << 31);
  }

  private static double wrapped(double v) {
    return v + 0.5 - Math.floor(v + 0.5) - 0.5;
  }

  /**
   * What the camera is for this glimpse.
   *
   * @param camera at the glimpse's time
   * @param height of the picture in pixels
   * @param spread of places in a pixel, in pixels
   * @return a camera without a lens
   */
  Camera through(Camera camera, int height, double spread) {
    double radius = camera.aperture() / 2;
    Camera eye = radius > 0 ? camera.through(right * radius, up * radius) : camera;
    return eye.withShift(eye.shiftX() + x * spread / height, eye.shiftY() + y * spread / height);
  }
}
