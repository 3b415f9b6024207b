package org.variegate.model.registration.field;

import org.variegate.api.space.Affine;

/**
 * Labels of the moving view on its own grid, and where voxels of the fixed view are brought to in
 * it: so that labels are looked up once, whatever moved them.
 *
 * @param size of the moving view
 * @param labels of its voxels
 * @param map from voxels of the fixed view to its voxels
 */
public record Carried(Size size, short[] labels, Affine map) {

  /** The map's numbers, [3, 4]. */
  public static float[] matrix(Affine map) {
    float[] matrix = new float[12];
    for (int i = 0; i < 12; i++) {
      matrix[i] = (float) map.get(i / 4, i % 4);
    }
    return matrix;
  }

  /**
   * The label of the voxel that is nearest to where each voxel of the fixed view is from.
   *
   * @param onto size of the fixed view
   * @param field displacement in its voxels, [3, nz, ny, nx], before the map; empty for none
   * @return as many labels as it has voxels
   */
  public short[] nearest(Size onto, float[] field) {
    int n = onto.voxels();
    short[] moved = new short[n];
    float[] matrix = matrix(map);
    Cell cell = new Cell(size);
    boolean bent = field.length > 0;
    int i = 0;
    for (int z = 0; z < onto.nz(); z++) {
      for (int y = 0; y < onto.ny(); y++) {
        for (int x = 0; x < onto.nx(); x++, i++) {
          if (bent) {
            cell.moveTo(matrix, x + field[i], y + field[n + i], z + field[2 * n + i]);
          } else {
            cell.moveTo(matrix, x, y, z);
          }
          moved[i] = labels[cell.nearest()];
        }
      }
    }
    return moved;
  }
}
