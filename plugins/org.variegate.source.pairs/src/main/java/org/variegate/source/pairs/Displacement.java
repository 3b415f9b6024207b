package org.variegate.source.pairs;

import org.variegate.api.Arena;
import org.variegate.api.space.Grid;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.volume.Raster;

/**
 * The way from each voxel of one view to where the other view shows the same point of the subject:
 * evaluated at the nodes of a lattice as fine as both views' maps ask for, linear between them.
 */
final class Displacement {
  private static final int COARSEST = 8;

  private final Grid grid;
  private final int[] step = new int[3];
  private final int[] nodes = new int[3];
  private final double[] ways;

  /**
   * Of two views of one subject.
   *
   * @param fixed from the view to the subject
   * @param moving from the other view to the subject
   */
  Displacement(SpatialMap fixed, SpatialMap moving) {
    grid = fixed.target();
    SpatialMap back = moving.inverse();
    double fine = Math.min(fixed.linearWithin(), back.linearWithin());
    for (int axis = 0; axis < 3; axis++) {
      step[axis] = (int) Math.max(1, Math.min(COARSEST, fine / grid.spacing(axis)));
      nodes[axis] = (grid.length(axis) + step[axis] - 2) / step[axis] + 1;
    }
    int count = nodes[0] * nodes[1] * nodes[2];
    double[] from = new double[3 * count];
    for (int i = 0; i < count; i++) {
      from[3 * i] = i % nodes[0] * step[0];
      from[3 * i + 1] = i / nodes[0] % nodes[1] * step[1];
      from[3 * i + 2] = i / nodes[0] / nodes[1] * step[2];
    }
    grid.toWorld().apply(from, count);
    ways = from.clone();
    fixed.apply(ways, count);
    back.apply(ways, count);
    for (int i = 0; i < ways.length; i++) {
      ways[i] -= from[i];
    }
  }

  /** The field on the view's grid, in mm. */
  Raster field(Arena arena) {
    float[] values = arena.floats(3 * grid.size());
    double[] row = new double[3 * nodes[0]];
    for (int z = 0, at = 0; z < grid.nz(); z++) {
      for (int y = 0; y < grid.ny(); y++, at += grid.nx()) {
        between(y, z, row);
        for (int c = 0; c < 3; c++) {
          spread(row, c, values, at + c * grid.size());
        }
      }
    }
    return new Raster(grid, 3, "mm", values);
  }

  /** The nodes of a row, linear between four rows of nodes. */
  private void between(int y, int z, double[] row) {
    int j = y / step[1];
    int k = z / step[2];
    double fy = (double) (y - j * step[1]) / step[1];
    double fz = (double) (z - k * step[2]) / step[2];
    int length = 3 * nodes[0];
    int low = length * (j + nodes[1] * k);
    int up = fy > 0 ? length : 0;
    int back = fz > 0 ? length * nodes[1] : 0;
    for (int i = 0; i < length; i++) {
      double near = ways[low + i] + fy * (ways[low + up + i] - ways[low + i]);
      double far = ways[low + back + i] + fy * (ways[low + back + up + i] - ways[low + back + i]);
      row[i] = near + fz * (far - near);
    }
  }

  private void spread(double[] row, int channel, float[] values, int at) {
    for (int x = 0; x < grid.nx(); x++) {
      int i = x / step[0];
      double f = (double) (x - i * step[0]) / step[0];
      double low = row[3 * i + channel];
      double high = f > 0 ? row[3 * i + 3 + channel] : low;
      values[at + x] = (float) (low + f * (high - low));
    }
  }
}
