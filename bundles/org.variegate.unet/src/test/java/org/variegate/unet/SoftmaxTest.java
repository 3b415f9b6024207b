package org.variegate.unet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SoftmaxTest {
  @Test
  void exponentialsAreGoodToSevenDigits() {
    for (float x = 0; x > -80; x -= 0.0137f) {
      assertEquals(1, Softmax.exp(x) / Math.exp(x), 8e-6 * Math.max(0.1, -x / 80), "at " + x);
    }
    assertTrue(Softmax.exp(-1e9f) < 1e-37f);
    assertTrue(Float.isNaN(Softmax.exp(Float.NaN)));
  }

  @Test
  void probabilitiesAreThoseOfTheirDefinition() {
    int voxels = 700;
    float[] values = new float[2 * 3 * voxels];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 37 % 101) / 10f - 5;
    }
    float[] before = values.clone();
    Softmax.apply(values, 2, 3);
    for (int n = 0; n < 2; n++) {
      for (int v = 0; v < voxels; v++) {
        int at = n * 3 * voxels + v;
        double sum = 0;
        for (int c = 0; c < 3; c++) {
          sum += Math.exp(before[at + c * voxels]);
        }
        for (int c = 0; c < 3; c++) {
          double p = Math.exp(before[at + c * voxels]) / sum;
          assertEquals(p, values[at + c * voxels], 1e-6);
        }
      }
    }
  }
}
