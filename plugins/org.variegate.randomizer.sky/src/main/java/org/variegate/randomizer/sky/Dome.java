package org.variegate.randomizer.sky;

import java.util.Optional;
import org.variegate.scene.Environment;
import org.variegate.scene.Light;

/**
 * Light from all around, and the sun taken out of it. Normalised: a white horizontal surface under
 * both is 1 bright, where a sun lower than {@value #LOWEST_SINE} of its distance counts as if it
 * stood there.
 *
 * @param environment all but the sun
 * @param sun as it stands before the sky is turned, if there is one
 */
record Dome(Environment environment, Optional<Light> sun) {
  private static final float LOWEST_SINE = 0.25f;

  /**
   * Normalises.
   *
   * @param width of the panorama
   * @param height of the panorama
   * @param radiance of the panorama, in any unit
   * @param sun in the same unit, if there is one
   * @throws IllegalArgumentException if there is no light at all
   */
  static Dome of(int width, int height, float[] radiance, Optional<Light> sun) {
    Environment raw = new Environment(width, height, radiance);
    double level = raw.brightness();
    if (sun.isPresent()) {
      double sine = Math.max(LOWEST_SINE, -sun.get().direction().y);
      level += sine * sun.get().color().luminance();
    }
    float scale = (float) (1 / level);
    if (!(level > 0) || !(scale > 0 && scale < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("panorama: needs light from above, got none");
    }
    return new Dome(
        raw.times(scale),
        sun.map(s -> Light.directional(s.direction(), s.color().times(scale), s.size())));
  }

  /** How much memory it takes, smaller levels included. */
  long bytes() {
    return 16L * environment.radiance().length / 3;
  }
}
