package org.variegate.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.variegate.tck.HeapArena;

class MicrofacetsTest {
  private static final int N = 600;

  private final Batch batch = new Batch(N, 0, HeapArena.zeroed());
  private final Highlights highlights = new Highlights(N, HeapArena.zeroed());
  private final float[][] lamp = new float[3][N];
  private final float[] ne = new float[N];
  private final float[] facing = new float[N];
  private final float[] wide = new float[N];
  private final float[] light = new float[N];
  private final float[] cosine = new float[N];

  /** Sets a mirror that faces along z, of a slope of its microfacets. */
  private void set(int i, double nv, double nl, double phi, double alpha) {
    double sl = Math.sqrt(1 - nl * nl);
    batch.ex[i] = (float) Math.sqrt(1 - nv * nv);
    batch.ez[i] = (float) nv;
    lamp[0][i] = (float) (sl * Math.cos(phi));
    lamp[1][i] = (float) (sl * Math.sin(phi));
    lamp[2][i] = (float) nl;
    ne[i] = (float) nv;
    facing[i] = (float) nv;
    wide[i] = (float) alpha;
    light[i] = 1;
    cosine[i] = (float) nl;
  }

  private void shine(int n) {
    highlights.shine(n, batch, lamp, ne, facing, wide, light, cosine);
  }

  /** What a white mirror of such a roughness reflects of light from all around. */
  private double furnace(double nv, double alpha) {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        set(j, nv, (i + 0.5) / N, Math.PI * (j + 0.5) / N, alpha);
      }
      shine(N);
      for (int j = 0; j < N; j++) {
        sum += cosine[j];
      }
    }
    return 2 * sum / (N * (double) N);
  }

  /** Nothing is gained; what is lost is what bounces between facets. */
  @Test
  void whiteFurnace() {
    assertEquals(1, furnace(0.9, 0.1), 0.04, "straight");
    assertEquals(1, furnace(0.5, 0.1), 0.12, "the simple visibility loses a tenth");
    for (double nv : new double[] {0.2, 0.6, 0.95}) {
      for (double alpha : new double[] {0.3, 0.6, 1}) {
        double reflected = furnace(nv, alpha);
        assertTrue(reflected < 1.03 && reflected > 0.3, nv + ", " + alpha + ": " + reflected);
      }
    }
  }

  /** The largest value is at the mirror direction: 1 / (4 alpha^2) for straight light. */
  @Test
  void peakIsThatOfGgx() {
    set(0, 1, 1, 0, 0.3);
    shine(1);
    assertEquals(0.25f / (0.3f * 0.3f), cosine[0], 1e-4);
  }

  /** The half vector is that of its definition, though it is found from cosines. */
  @Test
  void reflectanceIsThatOfTheHalfVector() {
    for (double nv : new double[] {0.1, 0.5, 0.99}) {
      for (double nl : new double[] {0.05, 0.6, 0.9}) {
        for (double phi : new double[] {0, 1, 3}) {
          set(0, nv, nl, phi, 0.2);
          shine(1);
          double x = batch.ex[0] + lamp[0][0];
          double y = lamp[1][0];
          double z = nv + nl;
          double nh2 = z * z / (x * x + y * y + z * z);
          double d = nh2 * (0.04 - 1) + 1;
          double around = 2 * nl * nv + 0.2 * (nl + nv - 2 * nl * nv);
          double expected = nl * 0.04 * 0.5 / (d * d * around);
          assertEquals(expected, cosine[0], 1e-4 * expected, nv + ", " + nl + ", " + phi);
        }
      }
    }
  }
}
