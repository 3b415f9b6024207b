package org.variegate.synthesizer.mri;

import java.util.Arrays;
import org.variegate.api.Arena;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.raster.GaussianBlur;

/**
 * Smooths white noise without taking its variance away.
 *
 * <p>A blur turns independent values of variance 1 into values of variance sum of w^2, with w the
 * weights that a voxel is a sum by. The blur is separable, so the sum is a product of one factor an
 * axis; near the border, where voxels are repeated, it is larger. Each voxel is divided by its own
 * standard deviation.
 */
final class Texture {
  /** Full width at half maximum of a normal distribution of standard deviation 1. */
  static final double FULL_WIDTH = 2 * StrictMath.sqrt(2 * StrictMath.log(2));

  private final Grid grid;
  private final double sigma;

  /**
   * A smoothing.
   *
   * @param grid of the noise
   * @param width full width at half maximum in mm, above 0
   */
  Texture(Grid grid, double width) {
    this.grid = grid;
    sigma = width / FULL_WIDTH;
  }

  /** Smooths independent standard normal values in place; they stay standard normal. */
  void smooth(Raster noise, Arena arena) {
    new GaussianBlur(grid, sigma, sigma, sigma).apply(noise, arena);
    float[] x = gain(0, arena);
    float[] y = gain(1, arena);
    float[] z = gain(2, arena);
    int nx = grid.nx();
    noise.change(
        (values, block) -> {
          for (int row = 0; row < block.rows(); row++) {
            float across = y[block.y() + row] * z[block.z()];
            int from = block.from() + row * nx;
            for (int i = 0; i < nx; i++) {
              values[from + i] *= x[i] * across;
            }
          }
        });
  }

  /**
   * One over the standard deviation that blurring along an axis leaves, by place along it: the
   * responses to unit impulses at each place, which are the rows of an image, give the weights.
   */
  private float[] gain(int axis, Arena arena) {
    int n = grid.length(axis);
    float[] gain = new float[n];
    if (n == 1) {
      gain[0] = 1;
      return gain;
    }
    float[] responses = arena.floats(Math.multiplyExact(n, n));
    Arrays.fill(responses, 0);
    for (int i = 0; i < n; i++) {
      responses[i * n + i] = 1;
    }
    double spacing = grid.spacing(axis);
    Grid lines = new Grid(n, n, 1, Affine.scaling(spacing, spacing, spacing));
    new GaussianBlur(lines, sigma, 0, 0).apply(responses, 0, arena);
    double[] variance = new double[n];
    for (int i = 0; i < responses.length; i++) {
      variance[i % n] += (double) responses[i] * responses[i];
    }
    arena.release(responses);
    for (int i = 0; i < n; i++) {
      gain[i] = (float) (1 / Math.sqrt(variance[i]));
    }
    return gain;
  }
}
