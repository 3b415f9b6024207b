package org.variegate.model.registration;

import org.variegate.api.space.Affine;

/**
 * Which share each target has of each block of an image, as a network says.
 *
 * @param blocks of the image
 * @param weighs which targets count
 * @param values [targets, blocks]
 */
record Shares(Blocks blocks, boolean[] weighs, float[] values) {
  /** Blocks that a target must have to be seen. */
  private static final double LEAST = 1;

  /** Of each target the middle in voxels of the image, and how many blocks it has; 0 if too few. */
  double[][] centres() {
    Size size = blocks.coarse();
    int n = size.voxels();
    double[][] centres = new double[weighs.length][4];
    for (int c = 0; c < weighs.length; c++) {
      double[] centre = centres[c];
      for (int i = 0; i < n; i++) {
        double share = values[c * n + i];
        double certain = share * share;
        centre[0] += certain * (i % size.nx());
        centre[1] += certain * (i / size.nx() % size.ny());
        centre[2] += certain * (i / size.nx() / size.ny());
        centre[3] += certain;
      }
      if (centre[3] < LEAST) {
        centre[3] = 0;
      } else {
        double[] block = {centre[0] / centre[3], centre[1] / centre[3], centre[2] / centre[3]};
        blocks.toVoxels().apply(block, 1);
        System.arraycopy(block, 0, centre, 0, 3);
      }
    }
    return centres;
  }

  /** Those of the targets that count, in order. */
  float[] counting() {
    return counting(blocks, Affine.IDENTITY);
  }

  /**
   * Those of the targets that count, on the blocks of another image.
   *
   * @param onto blocks of the other
   * @param map from its voxels to those of this image
   * @return [targets that count, blocks]
   */
  float[] brought(Blocks onto, Affine map) {
    return counting(onto, blocks.toVoxels().inverse().after(map).after(onto.toVoxels()));
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
