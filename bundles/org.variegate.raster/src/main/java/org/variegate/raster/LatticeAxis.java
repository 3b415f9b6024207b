package org.variegate.raster;

/**
 * The nodes of a lattice along one axis.
 *
 * @param length voxels of the target
 * @param log binary logarithm of the spacing, in voxels, between which coordinates are linear
 * @param cubic whether every other of those places is not a node, but interpolated by a cubic
 * @param count nodes that are evaluated
 */
record LatticeAxis(int length, int log, boolean cubic, int count) {
  private static final int LARGEST = 3;

  /**
   * A cubic through nodes, and lines between those and the middles, are as good as lines between
   * nodes so much closer together: measured on flows of velocity fields, whose kinks a cubic does
   * not follow.
   */
  private static final double CUBIC = 0.8;

  /** The widest spacing that is as good as lines between nodes a number of voxels apart. */
  static LatticeAxis of(int length, double voxels) {
    int log = 0;
    while (log < LARGEST && CUBIC * (2 << log) <= voxels && 1 << log < length - 1) {
      log++;
    }
    if (1 << log <= voxels || log == 0) {
      return new LatticeAxis(length, log, false, nodes(length, log));
    }
    int count = nodes(length, log);
    return count < 3
        ? new LatticeAxis(length, log - 1, false, nodes(length, log - 1))
        : new LatticeAxis(length, log - 1, true, count);
  }

  private static int nodes(int length, int log) {
    return (length - 2 + (1 << log) >> log) + 1;
  }

  /** Binary logarithm of the spacing of the nodes that are evaluated. */
  int nodeLog() {
    return cubic ? log + 1 : log;
  }

  /** The number of places between which coordinates are linear. */
  int fine() {
    return cubic ? 2 * count - 1 : count;
  }

  /** The place at or below a voxel that has another above it, if there are two at all. */
  int below(int voxel) {
    return Math.max(0, Math.min(voxel >> log, fine() - 2));
  }

  /** The node at or below a voxel, likewise. */
  int nodeBelow(int voxel) {
    return Math.max(0, Math.min(voxel >> nodeLog(), count - 2));
  }
}
