package org.variegate.raster;

import org.variegate.api.Arena;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

/**
 * What an image would look like, had it been acquired at a lower resolution and then been
 * interpolated linearly to the grid it is on.
 *
 * <p>Each sample of the low resolution is the mean of the image weighted by the slice profile at
 * the sample's true place; samples are centred on the field of view. Only those samples are
 * computed, along one axis after the other, so that a thick-slice image costs less than a blur.
 * Along an axis whose resolution is the grid's, the profile is applied at every voxel. Beyond the
 * border the outermost voxels are repeated.
 */
public final class LowResolution {
  private final Grid grid;
  private final LowAxis[] axes = new LowAxis[3];
  private final float[][] kernels = new float[3][];

  /** Something that happens to an image while it has its low resolution. */
  @FunctionalInterface
  public interface Acquisition {

    /**
     * Changes the image.
     *
     * @param values holds it
     * @param from index of its first voxel in {@code values}; x fastest
     * @param count the number of its voxels
     */
    void change(float[] values, int from, int count);
  }

  /**
   * A low resolution.
   *
   * @param grid of the images
   * @param spacing between samples along its three axes in mm; less than the grid's counts as the
   *     grid's
   * @param profiles along its three axes
   * @throws IllegalArgumentException if a spacing is not above 0, or a profile is wider than 1000
   *     voxels
   */
  public LowResolution(Grid grid, double[] spacing, SliceProfile[] profiles) {
    this.grid = grid;
    for (int axis = 0; axis < 3; axis++) {
      double voxel = grid.spacing(axis);
      if (!(spacing[axis] > 0 && spacing[axis] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "spacing: needs lengths above 0 mm, got " + spacing[axis]);
      }
      if (spacing[axis] > voxel * (1 + 1e-6) && grid.length(axis) > 1) {
        axes[axis] = new LowAxis(grid, axis, spacing[axis], profiles[axis]);
      } else {
        kernels[axis] = profiles[axis].half(voxel);
      }
    }
  }

  /**
   * The samples of the low resolution.
   *
   * @return their grid, in the same world
   */
  public Grid grid() {
    int[] n = new int[3];
    double[] origin = new double[3];
    double[] step = {1, 1, 1};
    for (int axis = 0; axis < 3; axis++) {
      n[axis] = count(axis);
      if (axes[axis] != null) {
        origin[axis] = axes[axis].origin();
        step[axis] = axes[axis].step();
      }
    }
    Affine toVoxels =
        Affine.translation(origin[0], origin[1], origin[2])
            .after(Affine.scaling(step[0], step[1], step[2]));
    return new Grid(n[0], n[1], n[2], grid.toWorld().after(toVoxels));
  }

  private int count(int axis) {
    return axes[axis] == null ? grid.length(axis) : axes[axis].count();
  }

  /**
   * Acquires one volume at the low resolution and interpolates it, in place.
   *
   * @param values [nx, ny, nz], x fastest, from {@code from} on
   * @param from index of the first voxel
   * @param acquisition happens at the low resolution
   * @param arena lends a volume and rows
   */
  public void apply(float[] values, int from, Acquisition acquisition, Arena arena) {
    float[] other = arena.floats(grid.size());
    Volume now = new Volume(values, from, grid.nx(), grid.ny(), grid.nz());
    Volume spare = new Volume(other, 0, grid.nx(), grid.ny(), grid.nz());
    for (int axis = 2; axis >= 0; axis--) {
      if (axes[axis] != null) {
        Volume low = now.resized(axis, count(axis), spare.values(), spare.from());
        AxisReduction.apply(now, low, axis, axes[axis], arena);
        spare = now;
        now = low;
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      if (kernels[axis] != null) {
        SymmetricFilter.apply(now, axis, kernels[axis], arena);
      }
    }
    acquisition.change(now.values(), now.from(), now.size());
    for (int axis = 0; axis < 3; axis++) {
      if (axes[axis] != null) {
        Volume high = now.resized(axis, grid.length(axis), spare.values(), spare.from());
        AxisExpansion.apply(now, high, axis, axes[axis], arena);
        spare = now;
        now = high;
      }
    }
    arena.release(other);
  }
}
