package org.variegate.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Environment;
import org.variegate.scene.Light;
import org.variegate.scene.Rgb;
import org.variegate.scene.Sky;
import org.variegate.tck.HeapArena;

/**
 * Light as a linear function is the light of the place itself, and nearly that of its neighbours.
 */
class LinearLightTest {
  private static final int N = 200;

  private final Panorama sky = sky();
  private final Lamp[] lamps = {
    new Lamp(
        new Light(
            Light.Kind.POINT,
            new Point3f(.5f, 2, 1),
            new Vector3f(0, -1, 0),
            new Rgb(3, 2, 1),
            0.2,
            0.9,
            false),
        null)
  };

  private static Panorama sky() {
    float[] radiance = new float[3 * 32 * 16];
    for (int i = 0; i < radiance.length; i++) {
      radiance[i] = i / 3 / 32 < 8 ? 0.6f + 0.1f * (i % 3) : 0.2f;
    }
    return new Panorama(new Sky(new Environment(32, 16, radiance), 0.3, 1));
  }

  /** Rough places near the origin that face up more or less. */
  private static Batch batch(float tilt) {
    Batch b = new Batch(N, 1, HeapArena.zeroed());
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < N; i++) {
      b.pixel[i] = i;
      b.weight[i] = 1;
      b.x[i] = (float) random.nextDouble(-.5, .5);
      b.z[i] = (float) random.nextDouble(-.5, .5);
      b.nx[i] = (float) random.nextDouble(-.6, .6) + tilt;
      b.ny[i] = 1;
      b.nz[i] = (float) random.nextDouble(-.6, .6) - tilt;
      b.ex[i] = 0.5f;
      b.ey[i] = (float) Math.sqrt(0.5);
      b.ez[i] = 0.5f;
      b.red[i] = 0.7f;
      b.green[i] = 0.4f;
      b.blue[i] = 0.2f;
      b.roughness[i] = (float) random.nextDouble(0.5, 1);
      b.occlusion[i] = (float) random.nextDouble(0.5, 1);
      b.wrap[i] = i % 2 * 0.25f;
      b.emission[i] = i % 3 * 0.1f;
    }
    Arrays.fill(b.seen[0], 1);
    Loops.normalize(0, N, b.nx, b.ny, b.nz);
    b.count = N;
    return b;
  }

  private float[] each(Batch b) {
    float[] color = new float[3 * N];
    new Lighting(sky, lamps, N, HeapArena.zeroed()).shine(b, color, N);
    return color;
  }

  @Test
  void placesThemselvesAreLitAsAlone() {
    LinearLight light = new LinearLight(sky, lamps, N, HeapArena.zeroed());
    Batch b = batch(0);
    light.look(b);
    float[][] base = {b.red.clone(), b.green.clone(), b.blue.clone()};
    float[] color = each(b);
    for (int i = 0; i < N; i++) {
      for (int c = 0; c < 3; c++) {
        float linear = base[c][i] * light.even[c][i] + light.gloss[c][i];
        assertEquals(color[i + c * N], linear, 1e-4f * linear, i + " " + c);
      }
    }
  }

  @Test
  void neighboursThatFaceAboutAlikeAreLitAlmostAsAlone() {
    LinearLight light = new LinearLight(sky, lamps, N, HeapArena.zeroed());
    Batch b = batch(0);
    light.look(b);
    Batch tilted = batch(0.1f);
    float[][] base = {tilted.red.clone(), tilted.green.clone(), tilted.blue.clone()};
    float[] color = each(tilted);
    for (int i = 0; i < N; i++) {
      float dx = tilted.nx[i] - b.nx[i];
      float dy = tilted.ny[i] - b.ny[i];
      float dz = tilted.nz[i] - b.nz[i];
      for (int c = 0; c < 3; c++) {
        float[][] s = Arrays.copyOfRange(light.slope, 3 * c, 3 * c + 3);
        float even = light.even[c][i] + s[0][i] * dx + s[1][i] * dy + s[2][i] * dz;
        float linear = base[c][i] * even + light.gloss[c][i];
        assertEquals(color[i + c * N], linear, 0.02f * linear, i + " " + c);
      }
    }
  }
}
