package org.variegate.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.variegate.scene.Environment;
import org.variegate.scene.Sky;

class PanoramaTest {

  @Test
  void anglesAreWithinATenThousandthOfATurn() {
    for (double t = -3.1; t < 3.1; t += 0.01) {
      assertEquals(t, Panorama.angle((float) Math.sin(t), (float) Math.cos(t)), 2e-5);
    }
    assertEquals(0, Panorama.angle(0, 0));
  }

  /** A bright spot where azimuth is 0, which is -z, turned by a quarter, stands at +x. */
  @Test
  void turnsAboutTheVertical() {
    float[] radiance = new float[3 * 64 * 32];
    for (int i = 30; i < 34; i++) {
      radiance[3 * (15 * 64 + i)] = radiance[3 * (16 * 64 + i)] = 1;
    }
    Panorama sky = new Panorama(new Sky(new Environment(64, 32, radiance), Math.PI / 2, 2));
    float[] rgb = new float[3];
    sky.add(5, 0, 0, 0, 1, rgb);
    assertEquals(2, rgb[0], 1e-5);
    float[] there = new float[3];
    float[] away = new float[3];
    sky.irradiance(1, 0, 0, there);
    sky.irradiance(-1, 0, 0, away);
    assertTrue(there[0] > 3 * away[0], there[0] + " against " + away[0]);
  }

  /** The harmonics in the world are those of the environment, turned. */
  @Test
  void irradianceTurnsWithTheSky() {
    float[] radiance = new float[3 * 32 * 16];
    for (int i = 0; i < radiance.length; i++) {
      radiance[i] = (i * 7919 % 101) / 101f * (i % 96 < 40 ? 2 : 0.3f);
    }
    Environment environment = new Environment(32, 16, radiance);
    double angle = 0.7;
    Panorama sky = new Panorama(new Sky(environment, angle, 1));
    float x = 0.48f;
    float y = 0.6f;
    float z = 0.64f;
    float back = (float) (Math.cos(angle) * x + Math.sin(angle) * z);
    float side = (float) (Math.cos(angle) * z - Math.sin(angle) * x);
    float[] rgb = new float[3];
    sky.irradiance(x, y, z, rgb);
    for (int c = 0; c < 3; c++) {
      assertEquals(environment.irradiance(back, y, side, c), rgb[c], 1e-4);
    }
  }
}
