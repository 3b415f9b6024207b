package org.variegate.model.registration;

import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

/** Displacements in mm along the axes of the world, [3, nz, ny, nx]. */
final class Ways {
  private Ways() {}

  /** Of displacements in voxels along the axes of a grid. */
  static float[] of(Grid grid, float[] field) {
    Affine toWorld = grid.toWorld();
    int n = grid.size();
    float[] ways = new float[3 * n];
    for (int axis = 0; axis < 3; axis++) {
      for (int from = 0; from < 3; from++) {
        float factor = (float) toWorld.get(axis, from);
        for (int i = 0; i < n; i++) {
          ways[axis * n + i] += factor * field[from * n + i];
        }
      }
    }
    return ways;
  }

  static double length(float[] ways, int voxel) {
    int n = ways.length / 3;
    double x = ways[voxel];
    double y = ways[n + voxel];
    double z = ways[2 * n + voxel];
    return Math.sqrt(x * x + y * y + z * z);
  }

  static double meanLength(float[] ways) {
    int n = ways.length / 3;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += length(ways, i);
    }
    return sum / n;
  }
}
