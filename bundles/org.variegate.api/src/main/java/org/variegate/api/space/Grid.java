package org.variegate.api.space;

import java.util.Locale;

/**
 * A regular grid of voxels in world space. A plane is a grid with nz = 1. Immutable.
 *
 * <p>The world is RAS+, in mm: x to the subject's right, y to the front, z up. Voxel (i, j, k)
 * stands at index {@code i + nx (j + ny k)}; its centre is {@code toWorld} of (i, j, k).
 *
 * @param nx voxels along the first axis, which is the fastest
 * @param ny voxels along the second axis
 * @param nz voxels along the third axis
 * @param toWorld from voxel coordinates to world coordinates in mm
 */
public record Grid(int nx, int ny, int nz, Affine toWorld) {

  /**
   * Checks the grid.
   *
   * @throws IllegalArgumentException if an axis is empty, there are more than 2^31 - 9 voxels, or
   *     the affine map is not invertible
   */
  public Grid {
    if (!(nx > 0 && ny > 0 && nz > 0)) {
      throw new IllegalArgumentException(
          "shape: needs at least one voxel along each axis, got " + shape(nx, ny, nz));
    }
    if ((double) nx * ny * nz > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "shape: needs fewer than 2^31 voxels, got " + shape(nx, ny, nz));
    }
    if (!(Math.abs(toWorld.determinant()) > 1e-12)) {
      throw new IllegalArgumentException("affine: needs an invertible matrix, got " + toWorld);
    }
  }

  /**
   * A grid whose axes are the world's, centred on its origin.
   *
   * @param nx voxels along x
   * @param ny voxels along y
   * @param nz voxels along z
   * @param spacing between voxels in mm
   * @return the grid
   */
  public static Grid centred(int nx, int ny, int nz, double spacing) {
    return new Grid(
        nx,
        ny,
        nz,
        Affine.of(
            spacing,
            0,
            0,
            -spacing * (nx - 1) / 2,
            0,
            spacing,
            0,
            -spacing * (ny - 1) / 2,
            0,
            0,
            spacing,
            -spacing * (nz - 1) / 2));
  }

  /**
   * The number of voxels.
   *
   * @return nx ny nz
   */
  public int size() {
    return nx * ny * nz;
  }

  /**
   * The number of voxels along an axis.
   *
   * @param axis 0 to 2
   * @return nx, ny or nz
   */
  public int length(int axis) {
    return switch (axis) {
      case 0 -> nx;
      case 1 -> ny;
      case 2 -> nz;
      default -> throw new IllegalArgumentException("axis: needs 0, 1 or 2, got " + axis);
    };
  }

  /**
   * The distance between neighbouring voxels.
   *
   * @param axis 0 to 2
   * @return in mm
   */
  public double spacing(int axis) {
    double x = toWorld.get(0, axis);
    double y = toWorld.get(1, axis);
    double z = toWorld.get(2, axis);
    return Math.sqrt(x * x + y * y + z * z);
  }

  /**
   * The middle of the grid.
   *
   * @return x, y, z in mm
   */
  public double[] centre() {
    double[] point = {(nx - 1) / 2.0, (ny - 1) / 2.0, (nz - 1) / 2.0};
    toWorld.apply(point, 1);
    return point;
  }

  /**
   * Another grid on the same lattice.
   *
   * @param x the first voxel along the first axis; it may lie outside
   * @param y the first voxel along the second axis
   * @param z the first voxel along the third axis
   * @param newX voxels along the first axis
   * @param newY voxels along the second axis
   * @param newZ voxels along the third axis
   * @return the grid whose voxel (0, 0, 0) is this grid's (x, y, z)
   */
  public Grid crop(int x, int y, int z, int newX, int newY, int newZ) {
    return new Grid(newX, newY, newZ, toWorld.after(Affine.translation(x, y, z)));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s voxels of %.4g x %.4g x %.4g mm",
        shape(nx, ny, nz),
        spacing(0),
        spacing(1),
        spacing(2));
  }

  private static String shape(int nx, int ny, int nz) {
    return nx + " x " + ny + " x " + nz;
  }

  // written out: those of a record are put together at their first use, which every start waits for

  @Override
  public boolean equals(Object other) {
    return other instanceof Grid grid
        && nx == grid.nx
        && ny == grid.ny
        && nz == grid.nz
        && toWorld.equals(grid.toWorld);
  }

  @Override
  public int hashCode() {
    return ((31 * nx + ny) * 31 + nz) * 31 + toWorld.hashCode();
  }
}
