package org.variegate.model.registration.field;

import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

/**
 * Shows what lies on one grid on another, where ways lead: with one interpolation, and as at the
 * outermost voxels beyond them.
 *
 * @param onto the other grid
 * @param from the one grid
 * @param ways of each voxel of the other, in mm, [3, nz, ny, nx]
 */
public record Moving(Grid onto, Grid from, float[] ways) {

  @FunctionalInterface
  private interface Visit {
    void at(int voxel, Cell cell);
  }

  /** An image of one channel, linear between voxels. */
  public float[] linear(float[] image) {
    float[] moved = new float[onto.size()];
    each((i, cell) -> moved[i] = cell.value(image, 0));
    return moved;
  }

  /** Labels, of the nearest voxel. */
  public short[] nearest(short[] labels) {
    short[] moved = new short[onto.size()];
    each((i, cell) -> moved[i] = labels[cell.nearest()]);
    return moved;
  }

  private void each(Visit visit) {
    int n = onto.size();
    Affine toVoxels = from.toWorld().inverse();
    Cell cell = new Cell(Size.of(from));
    double[] at = new double[3];
    for (int i = 0; i < n; i++) {
      at[0] = i % onto.nx();
      at[1] = i / onto.nx() % onto.ny();
      at[2] = i / onto.nx() / onto.ny();
      onto.toWorld().apply(at, 1);
      for (int axis = 0; axis < 3; axis++) {
        at[axis] += ways[axis * n + i];
      }
      toVoxels.apply(at, 1);
      cell.moveTo((float) at[0], (float) at[1], (float) at[2]);
      visit.at(i, cell);
    }
  }
}
