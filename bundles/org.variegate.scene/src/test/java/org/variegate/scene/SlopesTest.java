package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SlopesTest {
  private static int u(Slopes s, int i) {
    return ((s.values()[i] & 0xff) - Slopes.LEVEL) * s.step();
  }

  private static int v(Slopes s, int i) {
    return ((s.values()[i] >> 8 & 0xff) - Slopes.LEVEL) * s.step();
  }

  @Test
  void areDifferencesOfNeighboursRoundTheEdges() {
    byte[] heights = {0, 10, 30, 60, 5, 5, 5, 5, 100, 100, 100, 100, 7, 7, 7, 7};
    Slopes s = new Texture(4, 4, 1, false, heights).slopes(0);
    assertEquals(1, s.step());
    assertEquals(10 - 60, u(s, 0));
    assertEquals(30, u(s, 1));
    assertEquals(0 - 30, u(s, 3));
    assertEquals(5 - 7, v(s, 0));
    assertEquals(100 - 60, v(s, 7));
    assertEquals(60 - 100, v(s, 15));
  }

  @Test
  void largeDifferencesAreRoundedUpAndDownInTurn() {
    byte[] heights = new byte[64];
    for (int i = 0; i < 64; i++) {
      heights[i] = (byte) new int[] {0, 0, 201, 255, 255, 255, 54, 0}[i % 8];
    }
    Slopes s = new Texture(8, 8, 1, false, heights).slopes(0);
    assertEquals(2, s.step());
    assertEquals(402, u(s, 1) + u(s, 9));
    assertEquals(254, u(s, 2));
    assertEquals(-402, u(s, 5) + u(s, 13));
    assertEquals(0, v(s, 1) + v(s, 9), 2);
  }

  @Test
  void coloursHaveNone() {
    Texture colour = new Texture(1, 1, 3, true, new byte[3]);
    assertThrows(IllegalStateException.class, () -> colour.slopes(0));
  }
}
