package org.variegate.unet;

import org.variegate.api.space.Grid;

/** Looks at images and their mirror images. */
public final class Mirror {
  private Mirror() {}

  /**
   * The mean of what is said of a tile and of its mirror image, left for right.
   *
   * @param work looks at a tile
   * @param grid whose axes tell which of them runs most to the right
   * @param partners for each output, the one that says in the mirror what it said
   * @return looks twice
   */
  public static Tiles.Work averaged(Tiles.Work work, Grid grid, int[] partners) {
    int axis = sideways(grid);
    return (size, image) -> {
      float[] straight = work.of(size, image);
      float[] mirrored = work.of(size, reversed(size, image, axis));
      float[] back = reversed(size, mirrored, axis);
      int voxels = size[0] * size[1] * size[2];
      for (int c = 0; c < partners.length; c++) {
        for (int i = 0; i < voxels; i++) {
          int at = c * voxels + i;
          straight[at] = (straight[at] + back[partners[c] * voxels + i]) / 2;
        }
      }
      return straight;
    };
  }

  /** The axis, of more than one voxel if there is one, that runs most along the world's first. */
  static int sideways(Grid grid) {
    int best = 0;
    double most = -1;
    for (int axis = 0; axis < 3; axis++) {
      double along = Math.abs(grid.toWorld().get(0, axis)) / grid.spacing(axis);
      if (grid.length(axis) > 1 && along > most) {
        best = axis;
        most = along;
      }
    }
    return best;
  }

  static float[] reversed(int[] size, float[] values, int axis) {
    int stride = axis == 0 ? 1 : axis == 1 ? size[0] : size[0] * size[1];
    int length = size[axis];
    float[] reversed = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int at = i / stride % length;
      reversed[i] = values[i + (length - 1 - 2 * at) * stride];
    }
    return reversed;
  }
}
