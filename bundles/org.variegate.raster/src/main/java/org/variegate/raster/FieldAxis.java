package org.variegate.raster;

import org.variegate.api.space.Grid;

/** Where the voxels of an axis stand among the nodes of a control grid over it. */
final class FieldAxis {
  private final int length;
  private final int nodes;
  private final double step;

  FieldAxis(Grid grid, int axis, int nodes, double spacing) {
    this.length = grid.length(axis);
    this.nodes = nodes;
    this.step = nodes == 1 ? 0 : grid.spacing(axis) / spacing;
  }

  /** Nodes a voxel. */
  double step() {
    return step;
  }

  /** The place of a voxel in units of nodes. */
  double place(int voxel) {
    return (nodes - 1) / 2.0 + (voxel - (length - 1) / 2.0) * step;
  }

  /** The node at or below a voxel that has a node above it, if there are two nodes at all. */
  int node(int voxel) {
    return Math.max(0, Math.min(nodes - 2, (int) place(voxel)));
  }

  /** The node above, or the same if there is one only. */
  int next(int node) {
    return Math.min(node + 1, nodes - 1);
  }

  /** The first voxel that does not belong to a node's cell. */
  int end(int node) {
    if (node >= nodes - 2) {
      return length;
    }
    double voxel = (node + 1 - (nodes - 1) / 2.0) / step + (length - 1) / 2.0;
    int end = Math.max(0, Math.min(length, (int) Math.ceil(voxel)));
    while (end > 0 && node(end - 1) > node) {
      end--;
    }
    while (end < length && node(end) <= node) {
      end++;
    }
    return end;
  }
}
