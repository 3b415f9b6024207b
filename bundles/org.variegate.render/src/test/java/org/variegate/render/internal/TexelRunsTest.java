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
  private final TexelRuns runs = new TexelRuns(N);

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
      float[][] rgb = new float[3][N];
      runs.find(FROM, N, u, v);
      runs.colors(t, level, FROM, N, rgb);
      float[] texel = new float[4];
      for (int i = 0; i < N; i++) {
        Texels.color(t, u[i], v[i], level, texel);
        for (int c = 0; c < 3; c++) {
          assertEquals(i < FROM ? 0 : texel[c], rgb[c][i], 0.02, level + ", " + i + ", " + c);
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
      runs.find(FROM, N, u, v);
      runs.slopes(t, 0, depth, FROM, N, alongU, alongV);
      float[] out = new float[2];
      for (int i = FROM; i < N; i++) {
        Texels.differences(t, u[i], v[i], 0, out);
        // differences of heights are off by 2 / 255, those of neighbours by weights of 1/256 too
        assertEquals(out[0], alongU[i] * 2 / (depth * width), 0.025, width + ", " + i);
        assertEquals(out[1], alongV[i] * 2 / (depth * height), 0.025, width + ", " + i);
      }
    }
  }

  /** Whole repeats, what is too large for fractions, and what is no number are some texel. */
  @Test
  void anyCoordinatesAreWithinTheTexture() {
    Texture t = texture(7, 3, 4);
    float[] any = {0, -0.5f, 0.5f, 1.5f, -1e7f, 3e9f, Float.POSITIVE_INFINITY, Float.NaN};
    float[][] rgb = new float[3][N];
    runs.find(0, any.length, any, any);
    for (int level = 0; level < 3; level++) {
      runs.colors(t, level, 0, any.length, rgb);
      for (int i = 0; i < any.length; i++) {
        assertEquals(0.5, rgb[0][i], 0.5, "" + any[i]);
      }
    }
  }
}
