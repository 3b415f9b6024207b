package org.variegate.model.registration.field;

import org.variegate.api.space.Grid;

/**
 * How many voxels there are along each axis, of which x is the fastest.
 *
 * @param nx at least 1
 * @param ny at least 1
 * @param nz at least 1; 1 of a plane
 */
public record Size(int nx, int ny, int nz) {

  public static Size of(Grid grid) {
    return new Size(grid.nx(), grid.ny(), grid.nz());
  }

  public int voxels() {
    return nx * ny * nz;
  }

  public int[] toArray() {
    return new int[] {nx, ny, nz};
  }
}
