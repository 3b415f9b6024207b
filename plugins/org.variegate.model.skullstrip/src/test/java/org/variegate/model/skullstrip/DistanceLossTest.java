package org.variegate.model.skullstrip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.variegate.unet.Loss;

class DistanceLossTest {
  private static final float[] DISTANCES = {-30, -6, -5, 0.5f, 3, 8, 20};

  @Test
  void gradientsAreThoseOfDifferences() {
    Loss loss = new DistanceLoss(10, 5).of(DISTANCES);
    float[] outputs = {-0.3f, 1.2f, -0.5f, 0.1f, 0, 0.7f, 2};
    float[] gradients = new float[7];
    loss.of(outputs, gradients);
    for (int i = 0; i < 7; i++) {
      float[] above = outputs.clone();
      above[i] += 1f / 64;
      float[] below = outputs.clone();
      below[i] -= 1f / 64;
      double slope = 32 * (loss.of(above, new float[7]) - loss.of(below, new float[7]));
      assertEquals(slope, gradients[i], 1e-6);
    }
  }

  @Test
  void distancesAreLimitedAndWhatIsNearCountsInFull() {
    DistanceLoss loss = new DistanceLoss(10, 5);
    assertEquals(-1, loss.target(-30));
    assertEquals(0.3f, loss.target(3));
    float[] right = new float[7];
    for (int i = 0; i < 7; i++) {
      right[i] = loss.target(DISTANCES[i]);
    }
    assertEquals(0, loss.of(DISTANCES).of(right, new float[7]));
    // three of seven are near
    right[4] += 1;
    assertEquals(1 / 3.4, loss.of(DISTANCES).of(right, new float[7]), 1e-6);
    right[4] -= 1;
    right[0] += 1;
    assertEquals(0.1 / 3.4, loss.of(DISTANCES).of(right, new float[7]), 1e-6);
  }
}
