package org.variegate.source.phantom;

import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

/**
 * A round tube of varying radius along a chain of points; of one point, a ball. It may be flattened
 * along the axes.
 *
 * @param tissue what it is made of
 * @param side -1 if it must not reach beyond the middle from the left, 1 from the right, 0 if it
 *     may
 * @param over the set of tissues it takes the place of
 * @param flat factors by which it is thinner than its radius along x, y, z
 * @param points x, y, z and radius of each point in mm of the standard head
 */
record Tube(Tissue tissue, int side, long over, double[] flat, double[][] points) {

  /** The same on the other side. */
  Tube mirrored() {
    double[][] mirror = new double[points.length][];
    for (int i = 0; i < mirror.length; i++) {
      mirror[i] = points[i].clone();
      mirror[i][0] = -mirror[i][0];
    }
    return new Tube(tissue.partner(), -side, over, flat, mirror);
  }

  /** This tube in the world, moved and scaled. */
  Tube placed(Frame frame, double size, double dx, double dy, double dz) {
    double[][] placed = new double[points.length][];
    for (int i = 0; i < placed.length; i++) {
      double[] p = {points[i][0] + dx, points[i][1] + dy, points[i][2] + dz};
      frame.toWorld(p);
      placed[i] = new double[] {p[0], p[1], p[2], points[i][3] * size * frame.size()};
    }
    return new Tube(tissue, side, over, flat, placed);
  }

  /** Labels the voxels inside, where they hold a tissue that this takes the place of. */
  void paint(Grid grid, Frame frame, byte[] places) {
    for (int i = 0; i < Math.max(1, points.length - 1); i++) {
      new Piece(grid, flat, points[i], points[Math.min(i + 1, points.length - 1)])
          .paint(places, this, frame);
    }
  }

  /** The part of a tube between two points, in the coordinates of voxels. */
  private static final class Piece {
    private final Grid grid;
    private final int[] low = new int[3];
    private final int[] high = new int[3];
    private final double[] unit = new double[3];
    private final double[] from = new double[3];
    private final double[] along = new double[3];
    private final double square;
    private final double radius;
    private final double growth;

    Piece(Grid grid, double[] flat, double[] a, double[] b) {
      this.grid = grid;
      Affine w = grid.toWorld();
      radius = a[3];
      growth = b[3] - a[3];
      double sum = 0;
      for (int axis = 0; axis < 3; axis++) {
        double mm = w.get(axis, axis);
        double origin = w.get(axis, 3);
        double reach = Math.max(a[3], b[3]) / flat[axis];
        low[axis] = first((Math.min(a[axis], b[axis]) - reach - origin) / mm);
        high[axis] = last((Math.max(a[axis], b[axis]) + reach - origin) / mm, grid.length(axis));
        unit[axis] = mm * flat[axis];
        from[axis] = (a[axis] - origin) * flat[axis];
        along[axis] = (b[axis] - a[axis]) * flat[axis];
        sum += along[axis] * along[axis];
      }
      square = sum > 0 ? 1 / sum : 0;
    }

    private static int first(double voxel) {
      return Math.max(0, (int) Math.ceil(voxel));
    }

    private static int last(double voxel, int length) {
      return Math.min(length - 1, (int) Math.floor(voxel));
    }

    void paint(byte[] places, Tube tube, Frame frame) {
      Affine w = grid.toWorld();
      for (int z = low[2]; z <= high[2]; z++) {
        for (int y = low[1]; y <= high[1]; y++) {
          double middle =
              frame.middle(w.get(1, 3) + y * w.get(1, 1), w.get(2, 3) + z * w.get(2, 2));
          int right = (int) Math.ceil((middle - w.get(0, 3)) / w.get(0, 0));
          int first = tube.side > 0 ? Math.max(low[0], right) : low[0];
          int last = tube.side < 0 ? Math.min(high[0], right - 1) : high[0];
          paintRow(places, tube, first, last, y, z);
        }
      }
    }

    private void paintRow(byte[] places, Tube tube, int first, int last, int y, int z) {
      byte place = tube.tissue.place();
      double v = y * unit[1] - from[1];
      double w = z * unit[2] - from[2];
      double dot = v * along[1] + w * along[2];
      int row = grid.nx() * (y + grid.ny() * z);
      for (int x = first; x <= last; x++) {
        double u = x * unit[0] - from[0];
        double t = Math.max(0, Math.min(1, (dot + u * along[0]) * square));
        double du = u - t * along[0];
        double dv = v - t * along[1];
        double dw = w - t * along[2];
        double r = radius + t * growth;
        if (du * du + dv * dv + dw * dw < r * r && (tube.over >>> places[row + x] & 1) != 0) {
          places[row + x] = place;
        }
      }
    }
  }
}
