package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MipLevelsTest {
  private static final int SIDE = 64;

  /** Leaves here and there: red where covered, green in holes. */
  private static byte[] leaves(double share) {
    byte[] texels = new byte[4 * SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      int spot = i % SIDE / 3 + i / SIDE / 3 * 22;
      boolean leaf = (spot * 0x9E3779B1 >>> 20) < share * 4096;
      texels[4 * i + (leaf ? 0 : 1)] = -1;
      texels[4 * i + 3] = (byte) (leaf ? 255 : 0);
    }
    return texels;
  }

  private static double covered(byte[] level, int least) {
    int count = 0;
    for (int i = 3; i < level.length; i += 4) {
      count += (level[i] & 0xff) >= least ? 1 : 0;
    }
    return 4.0 * count / level.length;
  }

  /** Few texels of few values each know few shares only. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.25, 0.5, 0.8})
  void asMuchIsCoveredFromAfar(double share) {
    for (float cutoff : new float[] {0.2f, 0.5f, 0.9f}) {
      int least = (int) Math.ceil(cutoff * 255);
      Texture texture = new Texture(SIDE, SIDE, 4, true, leaves(share), cutoff);
      double finest = covered(texture.level(0), least);
      assertEquals(share, finest, 0.03);
      for (int l = 1; l < 4; l++) {
        assertEquals(finest, covered(texture.level(l), least), 0.25, "level " + l);
      }
    }
  }

  /** Plain means lose nearly all of it: this is what the one above mends. */
  @Test
  void withoutACutoffCoverageIsTheMean() {
    Texture texture = new Texture(SIDE, SIDE, 4, true, leaves(0.25));
    assertEquals(0, covered(texture.level(3), 128));
    assertEquals(0.25 * 255, texture.level(6)[3] & 0xff, 3);
  }

  @Test
  void holesHaveNoColour() {
    byte[] level = new Texture(SIDE, SIDE, 4, true, leaves(0.25), 0.5f).level(3);
    for (int i = 0; i < level.length; i += 4) {
      if (level[i + 3] != 0) {
        assertArrayEquals(new byte[] {-1, 0, 0}, new byte[] {level[i], level[i + 1], level[i + 2]});
      }
    }
  }

  @Test
  void coloursAreMeansOfLight() {
    byte[] texels = {0, -1, 0, -1};
    assertEquals(188, new Texture(4, 1, 1, true, texels).level(1)[0] & 0xff);
    assertEquals(128, new Texture(4, 1, 1, false, texels).level(1)[0] & 0xff);
    byte[] solid = new byte[4 * 4];
    solid[0] = -1;
    assertEquals(0, new Texture(4, 1, 4, true, solid, 0.5f).level(2)[3]);
  }
}
