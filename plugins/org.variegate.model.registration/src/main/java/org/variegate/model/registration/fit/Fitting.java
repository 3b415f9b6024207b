package org.variegate.model.registration.fit;

import java.util.Arrays;
import org.variegate.model.registration.field.Exponential;
import org.variegate.model.registration.field.Size;
import org.variegate.model.registration.measure.Diffusion;
import org.variegate.model.registration.measure.Measure;

/**
 * Finds the velocity by which two views come to lie on each other best: a measure plus the
 * velocity's roughness, downhill from none. The velocity is a smoothed field, so that its slope is
 * smoothed too (Vercauteren et al. 2009); each step follows the mean of the slopes so far, those
 * longer ago less. Steps are as long for any measure and however small the slope, each shorter than
 * the one before it; so some lead uphill, and the best velocity on the way is what is found, which
 * may be none.
 */
public final class Fitting {
  private static final float KEPT = 0.9f;
  private static final int PASSES = 3;

  /** Blocks, the root of the mean square. */
  private static final double FIRST = 0.07;

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
  public Fitting(int iterations, int squarings, double lambda) {
    this.iterations = iterations;
    this.squarings = squarings;
    this.lambda = lambda;
  }

  /**
   * Fits.
   *
   * @param measure of displacements in blocks
   * @param size how many blocks
   * @return the velocity in blocks, [3, nz, ny, nx]; no worse than none
   */
  public float[] of(Measure measure, Size size) {
    Exponential exponential = new Exponential(size, squarings);
    Smoothing smoothing = new Smoothing(size, PASSES);
    int n = 3 * size.voxels();
    float[] rough = new float[n];
    float[] velocity = new float[n];
    float[] best = new float[n];
    double least = Double.POSITIVE_INFINITY;
    float[] by = new float[n];
    float[] mean = new float[n];
    for (int step = 0; step <= iterations; step++) {
      Arrays.fill(by, 0);
      double loss = measure.of(exponential.forward(velocity), by);
      exponential.backward(by);
      loss += lambda * Diffusion.of(size, velocity, lambda, by);
      if (loss < least) {
        least = loss;
        System.arraycopy(velocity, 0, best, 0, n);
      }
      smoothing.apply(by);
      double squares = LEAST * LEAST;
      for (int i = 0; i < n; i++) {
        mean[i] = KEPT * mean[i] + (1 - KEPT) * by[i];
        squares += (double) mean[i] * mean[i] / n;
      }
      float factor = (float) (FIRST * (1 - (double) step / iterations) / Math.sqrt(squares));
      for (int i = 0; i < n; i++) {
        rough[i] -= factor * mean[i];
      }
      System.arraycopy(rough, 0, velocity, 0, n);
      smoothing.apply(velocity);
    }
    return best;
  }
}
