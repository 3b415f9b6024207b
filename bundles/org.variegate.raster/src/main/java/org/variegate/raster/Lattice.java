package org.variegate.raster;

import java.util.Arrays;
import org.variegate.api.Arena;
import org.variegate.api.space.Grid;

/**
 * Source coordinates at the nodes of a lattice over the target grid, and by interpolation between
 * them at all its voxels.
 *
 * <p>A node stands every 1, 2, 4 or 8 voxels. Where that is a little too wide for lines, the
 * middles between nodes are first interpolated by a cubic. Coordinates are whole numbers of 2^-f
 * voxels at the nodes; linear interpolation by halves, quarters and eighths adds bits and never
 * rounds.
 */
final class Lattice {
  /** Fractional bits at the nodes below which labels would visibly jump. */
  private static final int FEWEST_BITS = 4;

  private final Grid target;
  private final LatticeAxis[] axes = new LatticeAxis[3];

  /** Fractional bits at the nodes, and at the voxels. */
  private final int nodeBits;

  private final int bits;

  /** Coordinates of nodes by axis: [count0, count1, count2], the first fastest. */
  private final int[][] nodes = new int[3][];

  /** Whether all voxels of a row between nodes lie in the source, for nearest neighbours. */
  private final boolean[] inside;

  Lattice(VoxelMap map, Arena arena) {
    target = map.target();
    for (int axis = 0; axis < 3; axis++) {
      double voxels = map.linearWithin() / target.spacing(axis);
      axes[axis] = LatticeAxis.of(target.length(axis), voxels);
    }
    int longest = Math.max(map.source().nx(), Math.max(map.source().ny(), map.source().nz()));
    long largest = 64L + longest;
    int range = 64 - Long.numberOfLeadingZeros(4 * largest);
    bits = 31 - range - (cubic() ? 2 : 0); // a cubic's differences need two bits more
    nodeBits = bits - axes[0].log() - axes[1].log() - axes[2].log();
    if (nodeBits < FEWEST_BITS) {
      throw new IllegalArgumentException(
          "grid: has too many voxels along an axis to be resampled, " + longest);
    }
    int size = axes[0].count() * axes[1].count() * axes[2].count();
    for (int axis = 0; axis < 3; axis++) {
      nodes[axis] = arena.ints(size);
    }
    inside = new boolean[axes[1].count() * axes[2].count()];
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
     * @param inside whether the nearest voxels of all of them surely lie in the source
     */
    void accept(int at, int[] x, int[] y, int[] z, boolean inside);
  }

  int bits() {
    return bits;
  }

  private boolean cubic() {
    return axes[0].cubic() || axes[1].cubic() || axes[2].cubic();
  }

  private void evaluate(VoxelMap map, double farthest) {
    int plane = axes[0].count() * axes[1].count();
    double[] points = new double[3 * plane];
    double one = 1 << nodeBits;
    for (int k = 0; k < axes[2].count(); k++) {
      for (int j = 0, p = 0; j < axes[1].count(); j++) {
        for (int i = 0; i < axes[0].count(); i++) {
          points[p++] = i << axes[0].nodeLog();
          points[p++] = j << axes[1].nodeLog();
          points[p++] = k << axes[2].nodeLog();
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
    for (int axis = 0; axis < 3; axis++) {
      int margin = cubic() ? overshoot(nodes[axis]) : 0;
      int low = margin - (1 << nodeBits >> 1);
      int high = (source.length(axis) << nodeBits) - (1 << nodeBits >> 1) - margin;
      for (int row = 0; row < inside.length; row++) {
        inside[row] &= within(nodes[axis], row * axes[0].count(), low, high);
      }
    }
  }

  private boolean within(int[] coordinates, int from, int low, int high) {
    for (int i = from; i < from + axes[0].count(); i++) {
      if (coordinates[i] < low || coordinates[i] >= high) {
        return false;
      }
    }
    return true;
  }

  /**
   * How far a cubic can leave the hull of its two inner nodes: an eighth of the greatest rise
   * between neighbours along the first axis, and a quarter more along each of the others, since
   * rises grow by that; below half a rise in all.
   */
  private int overshoot(int[] coordinates) {
    int greatest = 0;
    int stride = 1;
    for (LatticeAxis axis : axes) {
      int all = stride * axis.count();
      for (int from = 0; from < coordinates.length; from += all) {
        for (int n = from; n < from + all - stride; n++) {
          greatest = Math.max(greatest, Math.abs(coordinates[n + stride] - coordinates[n]));
        }
      }
      stride = all;
    }
    return greatest / 2 + 8;
  }

  /** Visits all rows of the target in the order of memory. */
  void rows(Row row) {
    LatticePlanes[] planes = new LatticePlanes[3];
    for (int axis = 0; axis < 3; axis++) {
      planes[axis] = new LatticePlanes(nodes[axis], axes[0], axes[1], axes[2]);
    }
    int at = 0;
    for (int z = 0; z < target.nz(); z++) {
      for (LatticePlanes p : planes) {
        p.slice(z);
      }
      int k = axes[2].nodeBelow(z);
      for (int y = 0; y < target.ny(); y++, at += target.nx()) {
        boolean in = inside(axes[1].nodeBelow(y), k);
        row.accept(at, planes[0].row(y), planes[1].row(y), planes[2].row(y), in);
      }
    }
  }

  private boolean inside(int j, int k) {
    int j1 = Math.min(j + 1, axes[1].count() - 1);
    int k1 = Math.min(k + 1, axes[2].count() - 1) * axes[1].count();
    int k0 = k * axes[1].count();
    return inside[j + k0] && inside[j1 + k0] && inside[j + k1] && inside[j1 + k1];
  }
}
