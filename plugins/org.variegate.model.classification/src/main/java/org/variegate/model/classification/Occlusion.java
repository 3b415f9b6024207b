package org.variegate.model.classification;

import java.util.function.ToDoubleFunction;

/**
 * How much less a network believes in a class when a part of the picture is hidden by a grey patch
 * (Zeiler and Fergus 2014, section 4.2).
 */
final class Occlusion {
  private static final int STEPS = 9;
  private static final double PATCH = 0.25;

  private Occlusion() {}

  /** How many places along a side are looked at. */
  static int steps() {
    return STEPS;
  }

  /**
   * The loss of belief.
   *
   * @param input [3, size, size], 0 where grey
   * @param belief in the class
   * @return [steps, steps], nowhere below 0
   */
  static float[] of(float[] input, int size, ToDoubleFunction<float[]> belief) {
    double whole = belief.applyAsDouble(input);
    int patch = (int) Math.round(PATCH * size);
    float[] map = new float[STEPS * STEPS];
    for (int row = 0; row < STEPS; row++) {
      for (int column = 0; column < STEPS; column++) {
        float[] hidden = input.clone();
        hide(hidden, size, from(column, size, patch), from(row, size, patch), patch);
        map[row * STEPS + column] = (float) Math.max(0, whole - belief.applyAsDouble(hidden));
      }
    }
    return map;
  }

  private static int from(int step, int size, int patch) {
    return (int) Math.round((step + 0.5) * size / STEPS - patch / 2.0);
  }

  private static void hide(float[] input, int size, int left, int top, int patch) {
    for (int c = 0; c < 3; c++) {
      for (int y = Math.max(0, top); y < Math.min(size, top + patch); y++) {
        for (int x = Math.max(0, left); x < Math.min(size, left + patch); x++) {
          input[(c * size + y) * size + x] = 0;
        }
      }
    }
  }
}
