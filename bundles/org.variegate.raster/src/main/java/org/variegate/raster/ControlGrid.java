package org.variegate.raster;

import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

/**
 * Coarse grids of control nodes, laid out in mm over a field of view, so that they are the same at
 * any resolution of it.
 */
public final class ControlGrid {
  private ControlGrid() {}

  /**
   * Nodes that cover a grid's field of view, which reaches half a voxel beyond the outermost
   * voxels' centres. They are centred on it, along its axes. An axis of one voxel gets one node.
   *
   * @param field the grid to cover
   * @param spacing between nodes in mm, above 0
   * @return the nodes as a grid, with the axes of {@code field}
   * @throws IllegalArgumentException if the spacing is not above 0
   */
  public static Grid over(Grid field, double spacing) {
    if (!(spacing > 0)) {
      throw new IllegalArgumentException("spacing: needs a length above 0 mm, got " + spacing);
    }
    int[] nodes = new int[3];
    double[] step = new double[3];
    double[] origin = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      int length = field.length(axis);
      step[axis] = spacing / field.spacing(axis);
      nodes[axis] = length == 1 ? 1 : (int) Math.ceil(length / step[axis] - 1e-6) + 1;
      origin[axis] = (length - 1) / 2.0 - step[axis] * (nodes[axis] - 1) / 2;
    }
    Affine toVoxels =
        Affine.translation(origin[0], origin[1], origin[2])
            .after(Affine.scaling(step[0], step[1], step[2]));
    return new Grid(nodes[0], nodes[1], nodes[2], field.toWorld().after(toVoxels));
  }
}
