package org.variegate.api.volume;

import java.util.ArrayList;
import java.util.List;
import org.variegate.api.space.Grid;
import org.variegate.api.space.Movable;
import org.variegate.api.space.Warp;

/**
 * An image on a grid, of one or more channels.
 *
 * <p>Changes that look at one voxel at a time are only noted by {@link #change}, and run together,
 * block by block, when somebody asks for the {@linkplain #values() values}: a bias field, a clip
 * and a gamma curve cost one pass through memory, not three. Confined to one thread.
 *
 * <p>Changes are made in place: an image belongs to one sample. A source that keeps images in
 * memory puts a copy into each sample, unlike a {@link LabelMap}, which samples share.
 */
public final class Raster implements Movable<Raster> {
  private static final int BLOCK = 4096;

  private final Grid grid;
  private final int channels;
  private final String unit;
  private final float[] values;
  private final List<BlockChange> changes = new ArrayList<>();

  /**
   * An image.
   *
   * @param grid where it lies
   * @param channels at least 1
   * @param unit of the values, {@code HU}, or {@code 1} where they are arbitrary
   * @param values [nx, ny, nz, channels], x fastest; shared, not copied
   */
  public Raster(Grid grid, int channels, String unit, float[] values) {
    if (channels < 1 || values.length != (long) grid.size() * channels) {
      throw new IllegalArgumentException(
          "values: needs " + channels + " channels of " + grid + ", got " + values.length);
    }
    this.grid = grid;
    this.channels = channels;
    this.unit = unit;
    this.values = values;
  }

  @Override
  public Grid grid() {
    return grid;
  }

  /**
   * The number of channels.
   *
   * @return at least 1
   */
  public int channels() {
    return channels;
  }

  /**
   * The unit.
   *
   * @return {@code HU}, or {@code 1} where values are arbitrary
   */
  public String unit() {
    return unit;
  }

  /**
   * Notes a change of each voxel by itself.
   *
   * @param change may look at a voxel's value and place, not at its neighbours
   */
  public void change(BlockChange change) {
    changes.add(change);
  }

  /**
   * The values, after all changes noted so far.
   *
   * @return [nx, ny, nz, channels], x fastest; may be written to by the stage that asked
   */
  public float[] values() {
    if (!changes.isEmpty()) {
      List<BlockChange> now = List.copyOf(changes);
      changes.clear();
      run(now);
    }
    return values;
  }

  /**
   * The values as a sink takes them: an image that no network could learn from is a failure of its
   * sample, and the same failure whatever is kept of it.
   *
   * @return as {@link #values()}
   * @throws IllegalArgumentException if a value is NaN or infinite
   */
  public float[] finiteValues() {
    float[] all = values();
    for (int i = 0; i < all.length; i++) {
      if (!Float.isFinite(all[i])) {
        throw new IllegalArgumentException(
            "image: needs finite values, got " + all[i] + " at voxel " + i);
      }
    }
    return all;
  }

  private void run(List<BlockChange> now) {
    int rows = Math.max(1, BLOCK / grid.nx());
    for (int channel = 0; channel < channels; channel++) {
      for (int z = 0; z < grid.nz(); z++) {
        for (int y = 0; y < grid.ny(); y += rows) {
          Block block = new Block(grid, channel, y, z, Math.min(rows, grid.ny() - y));
          for (BlockChange change : now) {
            change.apply(values, block);
          }
        }
      }
    }
  }

  @Override
  public Raster moved(Warp warp) {
    return warp.image(this);
  }
}
