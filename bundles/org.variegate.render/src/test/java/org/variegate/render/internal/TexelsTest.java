package org.variegate.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.variegate.scene.Srgb;
import org.variegate.scene.Texture;

class TexelsTest {
  private static final Texture TWO =
      new Texture(2, 2, 3, true, new byte[] {0, 0, -1, -1, 0, -1, 0, -1, -1, -1, -1, -1});

  @Test
  void middlesOfTexelsAreTheTexels() {
    float[] out = new float[4];
    Texels.color(TWO, 0.25f, 0.25f, 0, out);
    assertEquals(0, out[0], 1e-6);
    assertEquals(1, out[2], 0.01);
    Texels.color(TWO, 1.75f, -0.75f, 0, out);
    assertEquals(1, out[0], 0.01);
    assertEquals(0, out[1], 0.01);
    assertEquals(1, out[3], 0.01);
  }

  /** Between two texels, and across the border where the texture repeats. */
  @Test
  void betweenTexelsLiesTheMeanOfTheCodes() {
    float[] out = new float[4];
    for (float u : new float[] {0, 0.5f, 1}) {
      Texels.color(TWO, u, 0.25f, 0, out);
      assertEquals(Srgb.linear(127), out[0], 0.003);
    }
  }

  @Test
  void aFootprintOfFourTexelsIsLevelTwo() {
    Texture t = new Texture(64, 64, 1, false, new byte[64 * 64]);
    float side = 4f / 64;
    assertEquals(2, Texels.level(t, side * side * side * side), 0.02);
    assertEquals(0, Texels.level(t, 0));
    assertEquals(6, Texels.level(t, 1e9f), 0);
  }

  @Test
  void logarithmsAreCloseEnough() {
    for (float v = 1e-6f; v < 1e9f; v *= 1.07f) {
      assertEquals(Math.log(v) / Math.log(2), Texels.log2(v), 0.01);
    }
  }

  @Test
  void heightsAreBilinear() {
    Texture t = new Texture(2, 1, 1, false, new byte[] {0, -1});
    assertEquals(0.25, Texels.height(t, 0.375f, 0.5f, 0), 1e-6);
  }

  /** Inside and across the borders, for sizes of one and two texels too. */
  @Test
  void differencesAreThoseOfHeights() {
    for (int width : new int[] {1, 2, 8}) {
      int height = 9 - width;
      byte[] texels = new byte[width * height];
      for (int i = 0; i < texels.length; i++) {
        texels[i] = (byte) (i * i * 37);
      }
      Texture t = new Texture(width, height, 1, false, texels);
      float[] out = new float[2];
      for (float u = -1.2f; u < 1.2f; u += 0.07f) {
        float v = 0.3f + 0.7f * u * u;
        float du = 1f / width;
        float dv = 1f / height;
        Texels.differences(t, u, v, 0, out);
        float along = Texels.height(t, u + du, v, 0) - Texels.height(t, u - du, v, 0);
        // slopes are off by 2 / 255, those of neighbours by weights of 1/256 too
        assertEquals(along, out[0], 0.025);
        float down = Texels.height(t, u, v + dv, 0) - Texels.height(t, u, v - dv, 0);
        assertEquals(down, out[1], 0.025);
      }
    }
  }
}
