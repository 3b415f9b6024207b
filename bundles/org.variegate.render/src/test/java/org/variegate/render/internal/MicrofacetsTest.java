package org.variegate.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MicrofacetsTest {

  /** What a white mirror of such a roughness reflects of light from all around. */
  private static double furnace(double nv, double rough) {
    double sv = Math.sqrt(1 - nv * nv);
    double sum = 0;
    int n = 600;
    for (int i = 0; i < n; i++) {
      double nl = (i + 0.5) / n;
      double sl = Math.sqrt(1 - nl * nl);
      for (int j = 0; j < n; j++) {
        double phi = Math.PI * (j + 0.5) / n;
        double hx = sv + sl * Math.cos(phi);
        double hy = sl * Math.sin(phi);
        double hz = nv + nl;
        double nh2 = hz * hz / (hx * hx + hy * hy + hz * hz);
        sum += Lighting.microfacets((float) nl, (float) nh2, (float) nl, (float) nv, (float) rough);
      }
    }
    return 2 * sum / (n * (double) n);
  }

  /** Nothing is gained; what is lost is what bounces between facets. */
  @Test
  void whiteFurnace() {
    assertEquals(1, furnace(0.9, 0.1), 0.04, "straight");
    assertEquals(1, furnace(0.5, 0.1), 0.12, "the simple visibility loses a tenth");
    for (double nv : new double[] {0.2, 0.6, 0.95}) {
      for (double rough : new double[] {0.3, 0.6, 1}) {
        double reflected = furnace(nv, rough);
        assertTrue(reflected < 1.03 && reflected > 0.3, nv + ", " + rough + ": " + reflected);
      }
    }
  }

  /** The largest value is at the mirror direction: 1 / (4 alpha^2) for straight light. */
  @Test
  void peakIsThatOfGgx() {
    assertEquals(0.25f / (0.3f * 0.3f), Lighting.microfacets(1, 1, 1, 1, 0.3f), 1e-4);
  }
}
