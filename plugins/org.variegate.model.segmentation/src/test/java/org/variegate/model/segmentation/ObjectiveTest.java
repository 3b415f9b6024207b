package org.variegate.model.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.variegate.unet.Loss;

class ObjectiveTest {
  private static final int CLASSES = 4;
  private static final byte[] TRUTH = {0, 0, 0, 2, 1, 0, 0, 0, 2, 2}; // nowhere class 3

  private static float[] outputs(int seed) {
    Random random = new Random(seed);
    float[] outputs = new float[TRUTH.length * CLASSES];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = (float) random.nextGaussian();
    }
    return outputs;
  }

  /** Differences of single precision are good to 1e-5 of the loss. */
  private static void check(Loss loss) {
    float[] outputs = outputs(1);
    float[] gradients = new float[outputs.length];
    loss.of(outputs.clone(), gradients);
    float step = 1f / 64;
    for (int i = 0; i < outputs.length; i++) {
      float[] above = outputs.clone();
      above[i] += step;
      float[] below = outputs.clone();
      below[i] -= step;
      float[] unused = new float[outputs.length];
      double slope = (loss.of(above, unused) - loss.of(below, unused)) / (2 * step);
      assertEquals(slope, gradients[i], 1e-3 * Math.max(0.01, Math.abs(slope)), "output " + i);
    }
  }

  @Test
  void gradientsAreThoseOfDifferences() {
    for (int examples : new int[] {1, 2}) {
      check(new Objective(CLASSES, 0).dice(TRUTH, examples, 0));
      check(new Objective(CLASSES, 0).dice(TRUTH, examples, 0.7));
      check(new Objective(CLASSES, 0).logits(TRUTH, examples));
    }
  }

  private static float[] sure(byte[] classes, float by) {
    float[] outputs = new float[classes.length * CLASSES];
    for (int i = 0; i < classes.length; i++) {
      outputs[classes[i] * classes.length + i] = by;
    }
    return outputs;
  }

  @Test
  void whatIsRightCostsNothing() {
    float[] gradients = new float[TRUTH.length * CLASSES];
    Objective objective = new Objective(CLASSES, 0);
    assertEquals(0, objective.dice(TRUTH, 1, 1).of(sure(TRUTH, 60), gradients), 1e-6);
    float[] logits = sure(TRUTH, 10);
    for (int i = 0; i < logits.length; i++) {
      logits[i] -= 5;
    }
    assertEquals(0, objective.logits(TRUTH, 1).of(logits, gradients), 1e-6);
  }

  @Test
  void backgroundEverywhereCostsTheOtherClasses() {
    byte[] air = new byte[TRUTH.length];
    double loss = new Objective(CLASSES, 0).dice(TRUTH, 1, 0).of(sure(air, 60), new float[40]);
    // 6 of 10 voxels are background: 2 6 / (6 + 10), and nothing for the other two
    assertEquals(1 - 12.0 / 16 / 3, loss, 1e-6);
    double few = new Objective(CLASSES, 0).logits(TRUTH, 1).of(sure(air, 5), new float[40]);
    double none = new Objective(CLASSES, -1).logits(TRUTH, 1).of(sure(air, 5), new float[40]);
    assertTrue(few > none, few + " and " + none);
  }
}
