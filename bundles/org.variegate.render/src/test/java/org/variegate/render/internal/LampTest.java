package org.variegate.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Light;
import org.variegate.scene.Rgb;

/** Lights look alike from many places at once and from each alone. */
class LampTest {
  private static final int N = 40;

  @Test
  void manyPlacesSeeWhatEachSees() {
    SplittableRandom random = new SplittableRandom(3);
    float[][] places = new float[3][N];
    for (int i = 0; i < 3 * N; i++) {
      places[i % 3][i / 3] = (float) random.nextDouble(-2, 2);
    }
    Vector3f down = new Vector3f(0, -1, 0);
    for (Light.Kind kind : Light.Kind.values()) {
      Light light = new Light(kind, new Point3f(0.2f, 1, 0.1f), down, Rgb.WHITE, 0.3, 0.9, false);
      Lamp lamp = new Lamp(light, null);
      float[][] to = new float[3][N];
      float[] strength = new float[N];
      float[] wide = new float[N];
      lamp.look(N, places[0], places[1], places[2], to, strength, wide);
      for (int i = 0; i < N; i++) {
        float expected = lamp.reach(places[0][i], places[1][i], places[2][i]);
        assertEquals(expected, strength[i], 1e-5f * expected, kind + " " + i);
        assertEquals(lamp.toX, to[0][i], 1e-6, kind + " " + i);
        assertEquals(lamp.toY, to[1][i], 1e-6, kind + " " + i);
        assertEquals(lamp.toZ, to[2][i], 1e-6, kind + " " + i);
        assertEquals(lamp.widening, wide[i], 1e-6, kind + " " + i);
      }
    }
  }
}
