package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ToneTest {

  private static double exact(double x) {
    double v = x <= 0.7 ? x : 0.7 + 0.3 * (1 - Math.exp(-(x - 0.7) / 0.3));
    return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055);
  }

  @Test
  void isWithinRoundingOfTheExactCurve() {
    for (int i = 0; i <= 50_000; i++) {
      float x = i * 1e-4f;
      assertTrue(Math.abs(Tone.code(x) - exact(x)) <= 0.6, x + ": " + Tone.code(x));
    }
  }

  @Test
  void whatIsNoLightIsBlackAndTheBrightestIsWhite() {
    assertEquals(0, Tone.code(0));
    assertEquals(0, Tone.code(-0f));
    assertEquals(0, Tone.code(-5));
    assertEquals(0, Tone.code(Float.NEGATIVE_INFINITY));
    assertEquals(255, Tone.code(1e30f));
    assertEquals(255, Tone.code(Float.POSITIVE_INFINITY));
  }

  @Test
  void channelsBecomePixels() {
    byte[] rgb = new byte[6];
    Tone.encode(new float[] {0, 9, 9, 0, 0, 0}, 2, rgb);
    assertArrayEquals(new byte[] {0, -1, 0, -1, 0, 0}, rgb);
  }

  @Test
  void lightOfACodeHasThatCode() {
    for (int code = 0; code < 256; code++) {
      float light = Tone.light(code);
      assertEquals(code, Tone.code(light), "code " + code);
      assertEquals(Math.min(code, 254.75), exact(light), 1e-3, "code " + code);
    }
    assertEquals(0, Tone.light(0));
  }
}
