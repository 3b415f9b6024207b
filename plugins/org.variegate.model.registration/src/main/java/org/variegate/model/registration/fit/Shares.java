package org.variegate.model.registration.fit;

import org.variegate.api.space.Affine;
import org.variegate.model.registration.field.Blocks;
import org.variegate.model.registration.field.Carried;
import org.variegate.model.registration.field.Cell;
import org.variegate.model.registration.field.Size;

/**
 * Which share each target has of each block of an image, as a network says.
 *
 * @param blocks of the image
 * @param weighs which targets count
 * @param values [targets, blocks]
 */
public record Shares(Blocks blocks, boolean[] weighs, float[] values) {
  /** Those of the targets that count, in order. */
  public float[] counting() {
    return counting(blocks, Affine.IDENTITY);
  }

  /**
   * Those of the targets that count, on the blocks of another image.
   *
   * @param onto blocks of the other
   * @param map from its voxels to those of this image
   * @return [targets that count, blocks]
   */
  public float[] brought(Blocks onto, Affine map) {
    return counting(onto, blocks.toVoxels().inverse().after(map).after(onto.toVoxels()));
  }

  /**
   * Which share of each voxel the targets that count have together.
   *
   * @return [nz, ny, nx] of the image
   */
  public float[] ofVoxels() {
    Size size = blocks.fine();
    int n = blocks.coarse().voxels();
    float[] shares = new float[size.voxels()];
    float[] matrix = Carried.matrix(blocks.toVoxels().inverse());
    Cell cell = new Cell(blocks.coarse());
    for (int i = 0; i < shares.length; i++) {
      int x = i % size.nx();
      int y = i / size.nx() % size.ny();
      cell.moveTo(matrix, x, y, i / size.nx() / size.ny());
      for (int c = 0; c < weighs.length; c++) {
        shares[i] += weighs[c] ? cell.value(values, c * n) : 0;
      }
    }
    return shares;
  }

  private float[] counting(Blocks onto, Affine map) {
    Size size = onto.coarse();
    int n = size.voxels();
    int all = 0;
    for (boolean counts : weighs) {
      all += counts ? 1 : 0;
    }
    float[] brought = new float[all * n];
    float[] matrix = Carried.matrix(map);
    Cell cell = new Cell(blocks.coarse());
    for (int i = 0; i < n; i++) {
      int x = i % size.nx();
      int y = i / size.nx() % size.ny();
      cell.moveTo(matrix, x, y, i / size.nx() / size.ny());
      int to = i;
      for (int c = 0; c < weighs.length; c++) {
        if (weighs[c]) {
          brought[to] = cell.value(values, c * blocks.coarse().voxels());
          to += n;
        }
      }
    }
    return brought;
  }
}
