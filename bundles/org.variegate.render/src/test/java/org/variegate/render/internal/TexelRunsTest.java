package org.variegate.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.variegate.scene.Texture;

/** Runs of places see what single places see, up to weights of 1/256. */
class TexelRunsTest {
  private static final int N = 64;
  private static final int FROM = 3;

  private final float[] u = new float[N];
  private final float[] v = new float[N];

  TexelRunsTest() {
    for (int i = 0; i < N; i++) {
      u[i] = -1.3f + 0.043f * i;
      v[i] = 0.3f + 0.7f * u[i] * u[i];
    }
  }

  private static Texture texture(int width, int height, int channels) {
    byte[] texels = new byte[width * height * channels];
    for (int i = 0; i < texels.length; i++) {
      texels[i] = (byte) (i * i * 37);
    }
    return new Texture(width, height, channels, channels > 1, texels);
  }

  @Test
  void coloursAreThoseOfSinglePlaces() {
    for (int level = 0; level < 3; level++) {
      Texture t = texture(8, 4, 3);
      float[][] rgb = new float[3][N + 5];
      TexelRuns.colors(t, level, FROM, N, u, v, rgb[0], rgb[1], rgb[2], 5);
      float[] texel = new float[4];
      for (int i = 0; i < N; i++) {
        Texels.color(t, u[i], v[i], level, texel);
        for (int c = 0; c < 3; c++) {
          assertEquals(i < FROM ? 0 : texel[c], rgb[c][5 + i], 1e-6, level + ", " + i + ", " + c);
        }
      }
    }
  }

  /** Inside and across the borders, for sizes of one and two texels too. */
  @Test
  void slopesAreTheDifferencesOfHeights() {
    for (int width : new int[] {1, 2, 8}) {
      int height = 9 - width;
      Texture t = texture(width, height, 1);
      float depth = 0.02f;
      float[] alongU = new float[N];
      float[] alongV = new float[N];
      TexelRuns.slopes(t, 0, depth, FROM, N, u, v, alongU, alongV);
      float[] out = new float[2];
      for (int i = FROM; i < N; i++) {
        Texels.differences(t, u[i], v[i], 0, out);
        // differences of heights are off by 2 / 255, those of neighbours by weights of 1/256 too
        assertEquals(out[0], alongU[i] * 2 / (depth * width), 0.025, width + ", " + i);
        assertEquals(out[1], alongV[i] * 2 / (depth * height), 0.025, width + ", " + i);
      }
    }
  }
}
