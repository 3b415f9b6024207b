package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BearingsTest {
  private static float[] read(float x, float y, float z) {
    int code = Bearings.code(x, y, z);
    byte[] bytes = {0, (byte) code, (byte) (code >> 8), (byte) (code >> 16)};
    float[] to = new float[5];
    Bearings.read(bytes, 1, 1, to, 2, 3);
    return new float[] {to[2], to[3], to[4]};
  }

  @Test
  void axesAndNothingAreExact() {
    for (float[] axis :
        new float[][] {
          {1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}, {0, 0, 0}
        }) {
      assertArrayEquals(axis, read(axis[0], axis[1], axis[2]));
    }
  }

  @Test
  void directionsAreNearAndOfLength1() {
    for (int i = 0; i < 2000; i++) {
      double y = (2 * i + 1) / 2000.0 - 1;
      double turn = 2.399963 * i;
      double r = Math.sqrt(1 - y * y);
      double x = r * Math.sin(turn);
      double z = r * Math.cos(turn);
      float[] is = read((float) (3 * x), (float) (3 * y), (float) (3 * z));
      assertEquals(1, is[0] * is[0] + is[1] * is[1] + is[2] * is[2], 1e-6);
      double cosine = x * is[0] + y * is[1] + z * is[2];
      assertTrue(Math.toDegrees(Math.acos(Math.min(1, cosine))) < 0.06, i + ": " + cosine);
    }
  }
}
