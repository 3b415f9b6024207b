package org.variegate.model.skullstrip;

import org.variegate.api.space.Grid;
import org.variegate.api.task.Example;

/**
 * An image of a head, and the distance to the surface of its brain.
 *
 * @param grid of both
 * @param image [nz, ny, nx], scaled
 * @param distance [nz, ny, nx] in mm, below 0 within the brain; empty if nobody knows
 */
record Head(Grid grid, float[] image, float[] distance) implements Example {
  private static final int OVERHEAD = 256;

  int[] size() {
    return new int[] {grid.nx(), grid.ny(), grid.nz()};
  }

  @Override
  public long bytes() {
    return OVERHEAD + (long) Float.BYTES * (image.length + distance.length);
  }
}
