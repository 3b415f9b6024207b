package org.variegate.raster;

import org.variegate.api.Arena;
import org.variegate.api.space.Grid;

/**
 * The exact Euclidean distance from each voxel to the nearest voxel of a set, on grids of any
 * spacing, in a time that grows with the number of voxels alone: one lower envelope a line and axis
 * (Felzenszwalb and Huttenlocher 2012, "Distance transforms of sampled functions"), of whole steps
 * (Meijster, Roerdink and Hesselink 2000).
 *
 * <p>Distances are measured from the voxel's middle either to the set's middles, or to what its
 * voxels fill, which are boxes: then the distance is that to the surface of the set as it is
 * stored, and inside and outside are treated alike. Axes are taken to be at right angles.
 */
public final class DistanceTransform {
  /** How many lines across the rows are gathered at once, so that whole cache lines are read. */
  private static final int LINES = 16;

  private final Grid grid;
  private final double half;

  private DistanceTransform(Grid grid, double half) {
    this.grid = grid;
    this.half = half;
  }

  /**
   * Distances to the middles of voxels.
   *
   * @param grid of the sets
   * @return the transform
   */
  public static DistanceTransform toMiddles(Grid grid) {
    return new DistanceTransform(grid, 0);
  }

  /**
   * Distances to the boxes that voxels fill.
   *
   * @param grid of the sets
   * @return the transform
   */
  public static DistanceTransform toBoxes(Grid grid) {
    return new DistanceTransform(grid, 0.5);
  }

  /**
   * Squares of distances.
   *
   * @param values [nx, ny, nz], x fastest, from {@code from} on: 0 where the set is, infinite
   *     elsewhere; becomes the squared distance in mm^2, infinite if the set is empty
   * @param from index of the first voxel
   * @param arena lends lines
   */
  public void squared(float[] values, int from, Arena arena) {
    int nx = grid.nx();
    int slice = nx * grid.ny();
    Lines lines = new Lines(values, LINES, arena);
    for (int row = 0; row < grid.ny() * grid.nz(); row += LINES) {
      int rows = Math.min(LINES, grid.ny() * grid.nz() - row);
      lines.apply(from + row * nx, nx, rows, 1, nx, new Envelope(nx, step(0), half));
    }
    for (int z = 0; z < grid.nz() && grid.ny() > 1; z++) {
      across(lines, from + z * slice, nx, nx, 1);
    }
    if (grid.nz() > 1) {
      across(lines, from, slice, slice, 2);
    }
  }

  private double step(int axis) {
    return grid.spacing(axis);
  }

  /** All lines of an axis across the rows, which begin side by side. */
  private void across(Lines lines, int from, int width, int stride, int axis) {
    int n = grid.length(axis);
    Envelope envelope = new Envelope(n, step(axis), half);
    for (int x = 0; x < width; x += LINES) {
      lines.apply(from + x, 1, Math.min(LINES, width - x), stride, n, envelope);
    }
  }

  /**
   * Signed distances to the surface between a set and the rest: above 0 outside, below 0 inside.
   * Those to boxes are the same seen from either side, and some half a voxel below the distance to
   * a smooth surface that the set may stand for, for corners stand out of that.
   *
   * @param values [nx, ny, nz], x fastest, from {@code from} on: not 0 where the set is; becomes
   *     the distance in mm
   * @param from index of the first voxel
   * @param most what larger distances become, above 0 mm; so do all where there is no surface
   * @param arena lends a volume
   */
  public void signed(float[] values, int from, float most, Arena arena) {
    int n = grid.size();
    float[] inside = arena.floats(n);
    for (int i = 0; i < n; i++) {
      boolean in = values[from + i] != 0;
      inside[i] = in ? Float.POSITIVE_INFINITY : 0;
      values[from + i] = in ? 0 : Float.POSITIVE_INFINITY;
    }
    squared(values, from, arena);
    squared(inside, 0, arena);
    for (int i = 0; i < n; i++) {
      float within = (float) Math.sqrt(inside[i]);
      float without = (float) Math.sqrt(values[from + i]);
      values[from + i] = within > 0 ? -Math.min(most, within) : Math.min(most, without);
    }
    arena.release(inside);
  }
}
