package org.variegate.model.registration;

import java.util.Arrays;

/**
 * Finds the velocity by which shares of targets come to lie on each other best: soft Dice plus the
 * velocity's roughness, downhill from none. Each step follows the smoothed slope (Vercauteren et
 * al. 2009) and what is left of those before; the farthest that a step moves a block falls to 0.
 */
final class Fitting {
  private static final float KEPT = 0.7f;
  private static final int PASSES = 4;

  /** Blocks. */
  private static final double FIRST = 0.2;

  private static final double LEAST = 1e-12;

  private final int iterations;
  private final int squarings;
  private final double lambda;

  /**
   * A way to fit.
   *
   * @param iterations at least 0
   * @param squarings of the velocity
   * @param lambda what the velocity's roughness weighs
   */
  Fitting(int iterations, int squarings, double lambda) {
    this.iterations = iterations;
    this.squarings = squarings;
    this.lambda = lambda;
  }

  /**
   * Fits.
   *
   * @param dice of the shares
   * @param size of them
   * @return the velocity in blocks, [3, nz, ny, nx]
   */
  float[] of(ShareDice dice, Size size) {
    Exponential exponential = new Exponential(size, squarings);
    int n = 3 * size.voxels();
    float[] velocity = new float[n];
    float[] by = new float[n];
    float[] mean = new float[n];
    float[] buffer = new float[n];
    for (int step = 0; step < iterations; step++) {
      Arrays.fill(by, 0);
      dice.of(exponential.forward(velocity), by);
      exponential.backward(by);
      Diffusion.of(size, velocity, lambda, by);
      for (int pass = 0; pass < PASSES; pass++) {
        smooth(size, by, buffer);
      }
      double most = LEAST;
      for (int i = 0; i < n; i++) {
        mean[i] = KEPT * mean[i] + (1 - KEPT) * by[i];
        most = Math.max(most, Math.abs(mean[i]));
      }
      float factor = (float) (FIRST * (1 - (double) step / iterations) / most);
      for (int i = 0; i < n; i++) {
        velocity[i] -= factor * mean[i];
      }
    }
    return velocity;
  }

  /** Binomial, along each axis of more than one voxel. */
  private static void smooth(Size size, float[] field, float[] buffer) {
    int[] lengths = size.toArray();
    int stride = 1;
    for (int axis = 0; axis < 3; axis++) {
      if (lengths[axis] > 1) {
        System.arraycopy(field, 0, buffer, 0, field.length);
        for (int i = 0; i < field.length; i++) {
          int at = i / stride % lengths[axis];
          float below = buffer[at > 0 ? i - stride : i];
          float above = buffer[at < lengths[axis] - 1 ? i + stride : i];
          field[i] = 0.25f * below + 0.5f * buffer[i] + 0.25f * above;
        }
      }
      stride *= lengths[axis];
    }
  }
}
