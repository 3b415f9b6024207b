package org.variegate.randomizer.texture;

import static org.variegate.randomizer.texture.Field.N;

/**
 * Cells about scattered points (Worley 1996).
 *
 * @param middle distance to the nearest point, in widths of a cell of the grid
 * @param border how much further the next point is; 0 on borders
 * @param id a number in [0, 1) for each cell
 */
record Cells(Field middle, Field border, Field id) {

  /**
   * Scatters a point in each cell of a grid.
   *
   * @param nx cells along x, at least 2
   * @param ny cells along y, at least 2
   * @param jitter 0 for a square grid, 1 for points anywhere in their cells
   */
  static Cells of(int seed, int nx, int ny, float jitter) {
    float[] px = new float[nx * ny];
    float[] py = new float[nx * ny];
    float[] name = new float[nx * ny];
    for (int i = 0; i < px.length; i++) {
      px[i] = 0.5f + jitter * (Dice.unit(Dice.hash(seed, i, 0)) - 0.5f);
      py[i] = 0.5f + jitter * (Dice.unit(Dice.hash(seed, i, 1)) - 0.5f);
      name[i] = Dice.unit(Dice.hash(seed, i, 2));
    }
    float[] middle = new float[N * N];
    float[] border = new float[N * N];
    float[] id = new float[N * N];
    int[] columns = new int[nx + 2];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = (c + nx - 1) % nx;
    }
    for (int y = 0; y < N; y++) {
      float fy = (y + 0.5f) * ny / N;
      int cy = (int) fy;
      for (int x = 0; x < N; x++) {
        float fx = (x + 0.5f) * nx / N;
        int cx = (int) fx;
        float first = 9;
        float second = 9;
        int nearest = 0;
        for (int j = -1; j <= 1; j++) {
          int row = (cy + j + ny) % ny * nx;
          float oy = cy + j - fy;
          for (int i = 0; i < 3; i++) {
            int point = row + columns[cx + i];
            float dx = cx + i - 1 + px[point] - fx;
            float dy = oy + py[point];
            float d = dx * dx + dy * dy;
            if (d < first) {
              second = first;
              first = d;
              nearest = point;
            } else if (d < second) {
              second = d;
            }
          }
        }
        int k = y * N + x;
        middle[k] = (float) Math.sqrt(first);
        border[k] = (float) Math.sqrt(second) - middle[k];
        id[k] = name[nearest];
      }
    }
    return new Cells(new Field(middle), new Field(border), new Field(id));
  }

  /** Seen through a warp. */
  Cells warp(Field dx, Field dy, float amount) {
    return new Cells(
        middle.warp(dx, dy, amount),
        border.warp(dx, dy, amount),
        Tiles.nearest(id, dx, dy, amount));
  }
}
