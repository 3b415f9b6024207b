package org.variegate.raster;

import java.util.Arrays;
import org.variegate.api.Arena;
import org.variegate.api.space.Grid;

/**
 * Source coordinates at the nodes of a lattice over the target grid, and by linear interpolation
 * between them at all its voxels.
 *
 * <p>A node stands every 1, 2, 4 or 8 voxels. Coordinates are whole numbers of 2^-f voxels at the
 * nodes; interpolation by halves, quarters and eighths adds bits, never rounds, and never leaves
 * the hull of the nodes.
 */
final class Lattice {
  private static final int LARGEST = 3;

  private final Grid target;

  /** Binary logarithm of the spacing of nodes, by axis. */
  private final int[] log = new int[3];

  private final int[] count = new int[3];

  /** Fractional bits at the nodes, and at the voxels. */
  private final int nodeBits;

  private final int bits;

  /** Coordinates of nodes by axis: [count0, count1, count2], the first fastest. */
  private final int[][] nodes = new int[3][];

  /** Whether all nodes of a row of nodes lie in the source, for nearest neighbours. */
  private final boolean[] inside;

  Lattice(VoxelMap map, Arena arena) {
    target = map.target();
    for (int axis = 0; axis < 3; axis++) {
      log[axis] = logSpacing(map.linearWithin() / target.spacing(axis), target.length(axis));
      count[axis] = (target.length(axis) - 2 + (1 << log[axis]) >> log[axis]) + 1;
    }
    int largest = 64 + Math.max(map.source().nx(), Math.max(map.source().ny(), map.source().nz()));
    int range = 32 - Integer.numberOfLeadingZeros(4 * largest);
    nodeBits = 31 - range - log[0] - log[1] - log[2];
    bits = 31 - range;
    for (int axis = 0; axis < 3; axis++) {
      nodes[axis] = arena.ints(count[0] * count[1] * count[2]);
    }
    inside = new boolean[count[1] * count[2]];
    evaluate(map, 4.0 * largest - 1);
    findInside(map.source());
  }

  /** Receives the source coordinates of a row of the target. */
  interface Row {
    /**
     * A row.
     *
     * @param at index of its first voxel on the target
     * @param x coordinates with {@link Lattice#bits()} fractional bits
     * @param inside whether the nearest voxels of all of them lie in the source
     */
    void accept(int at, int[] x, int[] y, int[] z, boolean inside);
  }

  int bits() {
    return bits;
  }

  private static int logSpacing(double voxels, int length) {
    int log = 0;
    while (log < LARGEST && 2 << log <= voxels && 1 << log < length - 1) {
      log++;
    }
    return log;
  }

  private void evaluate(VoxelMap map, double farthest) {
    int plane = count[0] * count[1];
    double[] points = new double[3 * plane];
    double one = 1 << nodeBits;
    for (int k = 0; k < count[2]; k++) {
      for (int j = 0, p = 0; j < count[1]; j++) {
        for (int i = 0; i < count[0]; i++) {
          points[p++] = i << log[0];
          points[p++] = j << log[1];
          points[p++] = k << log[2];
        }
      }
      map.apply(points, plane);
      for (int axis = 0; axis < 3; axis++) {
        for (int n = 0; n < plane; n++) {
          double c = Math.max(-farthest, Math.min(farthest, points[3 * n + axis]));
          nodes[axis][k * plane + n] = (int) Math.rint(c * one);
        }
      }
    }
  }

  private void findInside(Grid source) {
    Arrays.fill(inside, true);
    int half = 1 << nodeBits >> 1;
    for (int axis = 0; axis < 3; axis++) {
      int limit = source.length(axis) << nodeBits;
      for (int row = 0; row < inside.length; row++) {
        inside[row] &= within(nodes[axis], row * count[0], half, limit);
      }
    }
  }

  private boolean within(int[] coordinates, int from, int half, int limit) {
    for (int i = from; i < from + count[0]; i++) {
      int c = coordinates[i] + half;
      if (c < 0 || c >= limit) {
        return false;
      }
    }
    return true;
  }

  /** Visits all rows of the target in the order of memory. */
  void rows(Row row, Arena arena) {
    LatticePlanes[] planes = new LatticePlanes[3];
    for (int axis = 0; axis < 3; axis++) {
      planes[axis] = new LatticePlanes(nodes[axis], count, log, target.nx(), arena);
    }
    int at = 0;
    for (int z = 0; z < target.nz(); z++) {
      for (LatticePlanes p : planes) {
        p.slice(z);
      }
      int k = Math.min(z >> log[2], Math.max(0, count[2] - 2));
      for (int y = 0; y < target.ny(); y++, at += target.nx()) {
        int j = Math.min(y >> log[1], Math.max(0, count[1] - 2));
        row.accept(at, planes[0].row(y), planes[1].row(y), planes[2].row(y), inside(j, k));
      }
    }
    for (LatticePlanes p : planes) {
      p.release(arena);
    }
  }

  private boolean inside(int j, int k) {
    int j1 = Math.min(j + 1, count[1] - 1);
    int k1 = Math.min(k + 1, count[2] - 1) * count[1];
    int k0 = k * count[1];
    return inside[j + k0] && inside[j1 + k0] && inside[j + k1] && inside[j1 + k1];
  }
}
