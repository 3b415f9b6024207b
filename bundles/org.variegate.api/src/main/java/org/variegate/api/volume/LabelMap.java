package org.variegate.api.volume;

import org.variegate.api.space.Grid;
import org.variegate.api.space.Movable;
import org.variegate.api.space.Warp;

/**
 * Labels on a grid. A voxel holds the place of its label in the legend: in one byte, read as
 * unsigned, if the legend has at most 256 entries, else in two.
 *
 * <p>The arrays are shared, not copied: whoever puts a label map into a sample does not write to it
 * afterwards, and whoever takes one out does not either.
 */
public final class LabelMap implements Movable<LabelMap> {
  /** The largest legend whose places fit into bytes. */
  public static final int BYTES = 256;

  private final Grid grid;
  private final Legend legend;
  private final byte[] bytes;
  private final short[] shorts;

  private LabelMap(Grid grid, Legend legend, byte[] bytes, short[] shorts, int length) {
    this.grid = grid;
    this.legend = legend;
    this.bytes = bytes;
    this.shorts = shorts;
    if (length != grid.size()) {
      throw new IllegalArgumentException(
          "voxels: needs " + grid.size() + " for " + grid + ", got " + length);
    }
    if (bytes != null && legend.size() > BYTES) {
      throw new IllegalArgumentException(
          "voxels: needs two bytes each for " + legend.size() + " labels, got one");
    }
  }

  /**
   * Labels in bytes.
   *
   * @param grid where they lie
   * @param legend at most 256 entries
   * @param places [nx, ny, nz], x fastest; unsigned, below the legend's size
   * @return the label map
   */
  public static LabelMap of(Grid grid, Legend legend, byte[] places) {
    return new LabelMap(grid, legend, places, null, places.length);
  }

  /**
   * Labels in shorts.
   *
   * @param grid where they lie
   * @param legend at most 65,536 entries
   * @param places [nx, ny, nz], x fastest; unsigned, below the legend's size
   * @return the label map
   */
  public static LabelMap of(Grid grid, Legend legend, short[] places) {
    return new LabelMap(grid, legend, null, places, places.length);
  }

  @Override
  public Grid grid() {
    return grid;
  }

  /**
   * What the labels mean.
   *
   * @return the legend
   */
  public Legend legend() {
    return legend;
  }

  /**
   * Whether the places stand in bytes.
   *
   * @return true if {@link #bytes()} may be called, false if {@link #shorts()} may
   */
  public boolean inBytes() {
    return bytes != null;
  }

  /**
   * The places in bytes.
   *
   * @return [nx, ny, nz], x fastest, unsigned; not to be written to
   * @throws IllegalStateException if they stand in shorts
   */
  public byte[] bytes() {
    if (bytes == null) {
      throw new IllegalStateException("labels: stand in two bytes each");
    }
    return bytes;
  }

  /**
   * The places in shorts.
   *
   * @return [nx, ny, nz], x fastest, unsigned; not to be written to
   * @throws IllegalStateException if they stand in bytes
   */
  public short[] shorts() {
    if (shorts == null) {
      throw new IllegalStateException("labels: stand in one byte each");
    }
    return shorts;
  }

  /**
   * The place of one voxel's label.
   *
   * @param index i + nx (j + ny k)
   * @return its place in the legend
   */
  public int place(int index) {
    return bytes != null ? bytes[index] & 0xff : shorts[index] & 0xffff;
  }

  @Override
  public LabelMap moved(Warp warp) {
    return warp.labels(this);
  }
}
