package org.variegate.randomizer.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javax.vecmath.Vector3f;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Environment;
import org.variegate.scene.Rgb;

class StudioSkyTest {
  private static final Rgb[] STOPS = {
    new Rgb(0.1f, 0.2f, 0.3f), new Rgb(1, 0.9f, 0.8f), new Rgb(0.3f, 0.4f, 1)
  };

  private static float[] pixel(Environment sky, int row) {
    int at = 3 * (row * sky.width() + 5);
    float[] r = sky.radiance();
    return new float[] {r[at], r[at + 1], r[at + 2]};
  }

  /** Nadir, horizon and zenith, by the ratios of their channels; 1 bright in all. */
  @Test
  void gradientsPassTheirStops() {
    Dome dome = StudioSky.of(STOPS, List.of());
    Environment sky = dome.environment();
    int last = sky.height() - 1;
    int[] rows = {last, sky.height() / 2, 0};
    float scale = pixel(sky, 0)[2] / STOPS[2].blue();
    for (int i = 0; i < 3; i++) {
      float[] seen = pixel(sky, rows[i]);
      double tolerance = 0.02 * scale;
      assertEquals(scale * STOPS[i].red(), seen[0], tolerance, "stop " + i);
      assertEquals(scale * STOPS[i].green(), seen[1], tolerance, "stop " + i);
      assertEquals(scale * STOPS[i].blue(), seen[2], tolerance, "stop " + i);
    }
    assertEquals(1, sky.brightness(), 1e-5);
    assertTrue(dome.sun().isEmpty());
  }

  private static double total(Environment sky, int channel) {
    double sum = 0;
    for (int j = 0; j < sky.height(); j++) {
      double upper = Math.cos(Math.PI * j / sky.height());
      double solid = 2 * Math.PI / sky.width();
      solid *= upper - Math.cos(Math.PI * (j + 1) / sky.height());
      for (int i = 0; i < sky.width(); i++) {
        sum += solid * sky.radiance()[3 * (j * sky.width() + i) + channel];
      }
    }
    return sum;
  }

  /** A lobe cos^n holds 2 pi / (n + 1), wherever it stands: n = 8 to 64. */
  @Test
  void boxesHoldAsMuchLightAnywhere() {
    for (int sharpness = 3; sharpness <= 6; sharpness++) {
      for (double elevation : new double[] {5, 40, 85}) {
        double up = Math.sin(Math.toRadians(elevation));
        float flat = (float) Math.sqrt((1 - up * up) / 2);
        Vector3f towards = new Vector3f(flat, (float) up, -flat);
        Rgb[] grey = {Rgb.WHITE, Rgb.WHITE, Rgb.WHITE};
        Environment sky =
            StudioSky.of(grey, List.of(new StudioSky.Box(towards, 5, sharpness))).environment();
        double lobe = 5 * 2 * Math.PI / (Math.pow(2, sharpness) + 1);
        float darkest = Float.POSITIVE_INFINITY;
        for (float value : sky.radiance()) {
          darkest = Math.min(darkest, value);
        }
        double expected = (4 * Math.PI + lobe) * darkest;
        assertEquals(expected, total(sky, 1), 0.03 * lobe * darkest, sharpness + " " + elevation);
      }
    }
  }

  @Test
  void plainIsPlain() {
    Environment sky = StudioSky.plain(new Rgb(0.5f, 1, 2)).environment();
    for (int i = 0; i < sky.radiance().length; i += 3) {
      assertEquals(4, sky.radiance()[i + 2] / sky.radiance()[i], 1e-5);
    }
    assertEquals(1, sky.irradiance(0.6f, 0, 0.8f, 1) / sky.radiance()[1], 1e-3);
  }
}
