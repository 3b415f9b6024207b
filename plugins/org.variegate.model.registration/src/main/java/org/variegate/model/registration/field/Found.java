package org.variegate.model.registration.field;

import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

/**
 * What a registration found: a voxel x of the fixed view is shown by the moving one where the
 * affine map leads from x + u(x).
 *
 * @param grid of the fixed view
 * @param affine from points in mm to points in mm
 * @param field u in voxels, [3, nz, ny, nx]
 */
public record Found(Grid grid, Affine affine, float[] field) {

  /** The way from each voxel in mm along the axes of the world, [3, nz, ny, nx]. */
  public float[] ways() {
    return ways(grid);
  }

  /**
   * The same on another grid in the world, by linear interpolation of the field; beyond its
   * outermost voxels it is as there.
   *
   * @param onto the other grid
   * @return [3, nz, ny, nx] of that
   */
  public float[] ways(Grid onto) {
    int n = onto.size();
    float[] ways = new float[3 * n];
    Affine toField = grid.toWorld().inverse().after(onto.toWorld());
    Affine toMoving = affine.after(grid.toWorld());
    float[] matrix = Carried.matrix(toField);
    Cell cell = new Cell(Size.of(grid));
    double[] at = new double[3];
    double[] to = new double[3];
    for (int i = 0; i < n; i++) {
      at[0] = i % onto.nx();
      at[1] = i / onto.nx() % onto.ny();
      at[2] = i / onto.nx() / onto.ny();
      cell.moveTo(matrix, (float) at[0], (float) at[1], (float) at[2]);
      System.arraycopy(at, 0, to, 0, 3);
      toField.apply(to, 1);
      for (int axis = 0; axis < 3; axis++) {
        to[axis] += cell.value(field, axis * grid.size());
      }
      toMoving.apply(to, 1);
      onto.toWorld().apply(at, 1);
      for (int axis = 0; axis < 3; axis++) {
        ways[axis * n + i] = (float) (to[axis] - at[axis]);
      }
    }
    return ways;
  }
}
