package org.variegate.randomizer.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import javax.vecmath.Vector3f;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Environment;
import org.variegate.scene.Light;

class SunSpotTest {
  private static final int W = 256;
  private static final int H = 128;

  private static Vector3f direction(int i, int j) {
    double azimuth = 2 * Math.PI * ((i + 0.5) / W - 0.5);
    double polar = Math.PI * (j + 0.5) / H;
    return new Vector3f(
        (float) (Math.sin(polar) * Math.sin(azimuth)),
        (float) Math.cos(polar),
        (float) (-Math.sin(polar) * Math.cos(azimuth)));
  }

  /** A grey sky with a disc. */
  private static float[] sky(Vector3f sun, double radius, float bright) {
    float[] radiance = new float[3 * W * H];
    Arrays.fill(radiance, 1);
    for (int p = 0; p < W * H; p++) {
      if (direction(p % W, p / W).angle(sun) < radius) {
        radiance[3 * p] = bright;
        radiance[3 * p + 1] = .9f * bright;
        radiance[3 * p + 2] = .7f * bright;
      }
    }
    return radiance;
  }

  private static Vector3f unit(double x, double y, double z) {
    Vector3f v = new Vector3f((float) x, (float) y, (float) z);
    v.normalize();
    return v;
  }

  /** Sun and what is left light a surface as the panorama did. */
  @Test
  void lightIsKept() {
    Vector3f sun = unit(.4, .6, -.2);
    float[] radiance = sky(sun, .05, 2000);
    Light light = SunSpot.extract(W, H, radiance).orElseThrow();
    Environment after = new Environment(W, H, radiance);
    Vector3f to = new Vector3f(light.direction());
    to.negate();
    assertEquals(0, to.angle(sun), .01);
    assertEquals(.05, light.size(), .005);
    for (int c = 0; c < 3; c++) {
      float[] color = {light.color().red(), light.color().green(), light.color().blue()};
      double now = after.irradiance(to.x, to.y, to.z, c) + color[c];
      assertEquals(1, exact(sun, .05, new double[] {2000, 1800, 1400}[c]) / now, .05);
      assertEquals(1, after.irradiance(to.x, to.y, to.z, c), .05);
    }
  }

  /** Irradiance over pi of a surface facing a disc of radius r under a grey sky. */
  private static double exact(Vector3f sun, double r, double level) {
    return 1 + (level - 1) * Math.sin(r) * Math.sin(r);
  }

  @Test
  void whatIsNoSunIsLeft() {
    float[] plain = sky(unit(0, 1, 0), 0, 1);
    assertEquals(Optional.empty(), SunSpot.extract(W, H, plain));
    float[] window = sky(unit(1, .3, 0), .6, 20);
    float[] untouched = window.clone();
    assertEquals(Optional.empty(), SunSpot.extract(W, H, window));
    assertTrue(Arrays.equals(untouched, window));
    float[] lamp = sky(unit(1, .3, 0), .03, 20);
    assertEquals(Optional.empty(), SunSpot.extract(W, H, lamp));
    float[] below = sky(unit(1, -.5, 0), .05, 2000);
    assertEquals(Optional.empty(), SunSpot.extract(W, H, below));
  }
}
