package org.variegate.raster;

import org.variegate.api.Arena;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;

/**
 * A Gaussian blur with a standard deviation of its own along each axis of a grid.
 *
 * <p>The kernel is the discrete analogue of the Gaussian (Lindeberg 1990), cut where .1 % of it are
 * left: its variance is right at any width, also below a voxel. Beyond the border the outermost
 * voxels are repeated. Axes of one voxel are left alone.
 */
public final class GaussianBlur {
  private final Grid grid;
  private final float[][] half = new float[3][];

  /**
   * A blur.
   *
   * @param grid of the images
   * @param sigma standard deviations along its three axes in mm, at least 0
   * @throws IllegalArgumentException if there are not three, one is not at least 0, or one is more
   *     than 1000 voxels
   */
  public GaussianBlur(Grid grid, double... sigma) {
    if (sigma.length != 3) {
      throw new IllegalArgumentException("sigma: needs three lengths in mm, got " + sigma.length);
    }
    this.grid = grid;
    for (int axis = 0; axis < 3; axis++) {
      if (!(sigma[axis] >= 0 && sigma[axis] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "sigma: needs a length of at least 0 mm, got " + sigma[axis]);
      }
      half[axis] = DiscreteGaussian.half(sigma[axis] / grid.spacing(axis));
    }
  }

  /**
   * Blurs all channels of an image in place.
   *
   * @param image on the blur's grid
   * @param arena lends rows
   */
  public void apply(Raster image, Arena arena) {
    float[] values = image.values();
    for (int c = 0; c < image.channels(); c++) {
      apply(values, c * grid.size(), arena);
    }
  }

  /**
   * Blurs one volume in place.
   *
   * @param values [nx, ny, nz], x fastest, from {@code from} on
   * @param from index of the first voxel
   * @param arena lends rows
   */
  public void apply(float[] values, int from, Arena arena) {
    Volume volume = new Volume(values, from, grid.nx(), grid.ny(), grid.nz());
    for (int axis = 0; axis < 3; axis++) {
      SymmetricFilter.apply(volume, axis, half[axis], arena);
    }
  }
}
