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
 * <p>A blur turns independent values of variance 1 into values of variance sum w^2, with w the
 * weights of the values that add up to a voxel. The blur is separable, so that is a product of one
 * sum for each axis; near the border, where voxels are repeated, it is larger. Each voxel is
 * divided by its own standard deviation.
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

  /** One over the standard deviation that blurring along an axis leaves, by place along it. */
  private float[] gain(int axis, Arena arena) {
    int n = grid.length(axis);
    double spacing = grid.spacing(axis);
    float[] gain = new float[n];
    if (n == 1) {
      gain[0] = 1;
      return gain;
    }
    int reach = (int) Math.ceil(6 * sigma / spacing) + 4;
    double[] variance = variance(Math.min(n, 2 * reach + 1), spacing, arena);
    int half = variance.length / 2;
    for (int i = 0; i < n; i++) {
      int place = i < half ? i : Math.max(half, variance.length - n + i);
      gain[i] = (float) (1 / Math.sqrt(variance[place]));
    }
    return gain;
  }

  /**
   * The variance that blurring leaves on a line of n voxels. The responses to unit impulses at each
   * place, which are the rows of an image, give the weights.
   */
  private double[] variance(int n, double spacing, Arena arena) {
    float[] responses = arena.floats(n * n);
    Arrays.fill(responses, 0);
    for (int i = 0; i < n; i++) {
      responses[i * n + i] = 1;
    }
    Grid lines = new Grid(n, n, 1, Affine.scaling(spacing, spacing, spacing));
    new GaussianBlur(lines, sigma, 0, 0).apply(responses, 0, arena);
    double[] variance = new double[n];
    for (int i = 0; i < responses.length; i++) {
      variance[i % n] += (double) responses[i] * responses[i];
    }
    arena.release(responses);
    return variance;
  }
}
