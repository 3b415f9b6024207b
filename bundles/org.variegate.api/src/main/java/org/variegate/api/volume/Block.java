package org.variegate.api.volume;

import org.variegate.api.space.Grid;

/**
 * Whole neighbouring rows of one slice of one channel: they stand one after another in memory.
 *
 * @param grid of the image
 * @param channel which
 * @param y the first row
 * @param z the slice
 * @param rows how many
 */
public record Block(Grid grid, int channel, int y, int z, int rows) {

  /**
   * Where the block's first voxel stands in the image's values.
   *
   * @return an index
   */
  public int from() {
    return voxel() + channel * grid.size();
  }

  /**
   * The index of the block's first voxel on the grid, the same for all channels.
   *
   * @return i + nx (j + ny k) with i = 0
   */
  public int voxel() {
    return grid.nx() * (y + grid.ny() * z);
  }

  /**
   * How many voxels.
   *
   * @return rows times nx
   */
  public int count() {
    return rows * grid.nx();
  }
}
