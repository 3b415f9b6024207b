package org.variegate.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The filter without branches sees what a plain one sees, inside and at the border. */
class TentTest {
  private static final int SIZE = 24;

  private final float[] near = new float[SIZE * SIZE];
  private final Tent tent = new Tent(near, SIZE);

  TentTest() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < near.length; i++) {
      near[i] = random.nextInt(8) / 8f;
    }
  }

  private float plain(float u, float v, float w, float radius, float slopeU, float slopeV) {
    float reach = radius + 0.5f;
    int step = 1 + (int) (reach * 0.34f);
    int taps = (int) (reach / step);
    float all = 0;
    float lit = 0;
    for (int j = -taps; j <= taps; j++) {
      for (int i = -taps; i <= taps; i++) {
        int x = (int) u + i * step;
        int y = (int) v + j * step;
        float du = x + 0.5f - u;
        float dv = y + 0.5f - v;
        float weight =
            Math.max(0, 1 - Math.abs(du) / reach) * Math.max(0, 1 - Math.abs(dv) / reach);
        boolean inside = x >= 0 && y >= 0 && x < SIZE && y < SIZE;
        float here = inside ? near[y * SIZE + x] : 0;
        all += weight;
        lit += here > w + du * slopeU + dv * slopeV ? 0 : weight;
      }
    }
    return lit / all;
  }

  @Test
  void shareIsThatOfAPlainFilter() {
    SplittableRandom random = new SplittableRandom(6);
    for (float radius : new float[] {1.1f, 1.6f, 2.2f, 2.9f, 4, 7.3f, 15}) {
      for (int n = 0; n < 200; n++) {
        float u = (float) random.nextDouble(SIZE);
        float v = (float) random.nextDouble(SIZE);
        float w = (float) random.nextDouble();
        float expected = plain(u, v, w, radius, 0.013f, -0.021f);
        assertEquals(
            expected,
            tent.share(u, v, w, radius, 0.013f, -0.021f),
            0.005,
            radius + " at " + u + ", " + v);
      }
    }
  }

  @Test
  void allAndNoneAreExact() {
    assertEquals(1, tent.share(12.3f, 11.2f, 2, 1.1f, 0, 0));
    assertEquals(0, tent.share(12.3f, 11.2f, -1, 1.1f, 0, 0));
    assertEquals(1, tent.share(12.3f, 11.2f, 2, 2.4f, 0, 0));
    assertEquals(0, tent.share(12.3f, 11.2f, -1, 2.4f, 0, 0));
  }
}
