package org.variegate.randomizer.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import javax.vecmath.Vector3f;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.scene.Light;

/** A row of a panorama counts by the sine of its angle from the pole. */
class SunLatitudeTest {
  private static final int W = 512;
  private static final int H = 256;
  private static final double RADIUS = 0.06;

  /**
   * A disc of one size is one sun: pi r^2 times its level over pi facing it, wherever it stands,
   * from the horizon, where a row is long, to the zenith, where it is hardly anything.
   */
  @ParameterizedTest
  @ValueSource(doubles = {10, 35, 60, 80, 88})
  void aDiscIsAsBrightAtAnyHeight(double elevation) {
    double up = Math.sin(Math.toRadians(elevation));
    double flat = Math.cos(Math.toRadians(elevation));
    Vector3f sun = new Vector3f((float) (flat * 0.6), (float) up, (float) (flat * 0.8));
    float[] radiance = new float[3 * W * H];
    Arrays.fill(radiance, 1);
    double pixels = 0;
    for (int p = 0; p < W * H; p++) {
      double azimuth = 2 * Math.PI * ((p % W + 0.5) / W - 0.5);
      double polar = Math.PI * (p / W + 0.5) / H;
      Vector3f direction =
          new Vector3f(
              (float) (Math.sin(polar) * Math.sin(azimuth)),
              (float) Math.cos(polar),
              (float) (-Math.sin(polar) * Math.cos(azimuth)));
      if (direction.angle(sun) < RADIUS) {
        Arrays.fill(radiance, 3 * p, 3 * p + 3, 3000);
        pixels += 2 * Math.PI / W * Math.PI / H * Math.sin(polar);
      }
    }
    assertEquals(1, pixels / (Math.PI * RADIUS * RADIUS), 0.05, "the disc as drawn");
    Light light = SunSpot.extract(W, H, radiance).orElseThrow();
    assertEquals(3000 * pixels / Math.PI, light.color().green(), 0.01 * 3000 * pixels / Math.PI);
    assertEquals(RADIUS, light.size(), 0.05 * RADIUS, "a disc's mean square is half its radius'");
    Vector3f travels = new Vector3f(light.direction());
    travels.negate();
    assertEquals(0, travels.angle(sun), 0.005);
  }
}
