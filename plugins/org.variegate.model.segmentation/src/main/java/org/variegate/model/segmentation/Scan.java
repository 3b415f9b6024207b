package org.variegate.model.segmentation;

import org.variegate.api.space.Grid;
import org.variegate.api.task.Example;

/**
 * An image and its truth.
 *
 * @param grid of both
 * @param image [channels, nz, ny, nx], scaled
 * @param truth [nz, ny, nx], places of classes; empty if nobody knows
 */
record Scan(Grid grid, float[] image, byte[] truth) implements Example {
  private static final int OVERHEAD = 256;

  int[] size() {
    return new int[] {grid.nx(), grid.ny(), grid.nz()};
  }

  @Override
  public long bytes() {
    return OVERHEAD + (long) Float.BYTES * image.length + truth.length;
  }
}
