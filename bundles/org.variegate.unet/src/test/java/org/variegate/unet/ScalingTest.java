package org.variegate.unet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScalingTest {
  @Test
  void eachChannelIsScaledByItself() {
    float[] values = {2, 4, 3, 100, 100, 300};
    assertArrayEquals(new float[] {0, 1, 0.5f, 0, 0, 1}, Scaling.MIN_MAX.of(values, 2), 1e-6f);
    float z = (float) Math.sqrt(1.5);
    assertArrayEquals(
        new float[] {-z, z, 0, -z / (float) Math.sqrt(3), -z / (float) Math.sqrt(3), 1.4142135f},
        Scaling.Z_SCORE.of(values, 2),
        1e-6f);
  }

  @Test
  void percentilesLeaveOutliersOut() {
    float[] values = new float[1001];
    for (int i = 0; i < 1001; i++) {
      values[i] = i;
    }
    values[1000] = 1e6f;
    float[] scaled = Scaling.PERCENTILES.of(values, 1);
    assertEquals(0, scaled[3]);
    assertEquals(0.5, scaled[500], 1e-6);
    assertEquals(1, scaled[1000]);
  }

  @Test
  void constantsBecomeZero() {
    for (Scaling scaling : Scaling.values()) {
      assertArrayEquals(new float[3], scaling.of(new float[] {7, 7, 7}, 1));
    }
  }

  @Test
  void namesAreUnderstood() {
    for (Scaling scaling : Scaling.values()) {
      assertSame(scaling, Scaling.of("image", scaling.toString()));
    }
    assertThrows(IllegalArgumentException.class, () -> Scaling.of("image", "MIN_MAX"));
  }
}
