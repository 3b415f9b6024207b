package org.variegate.randomizer.texture;

import static org.variegate.randomizer.texture.Field.N;

/**
 * Tiles that fill the square.
 *
 * @param border distance to the tile's nearest edge, in sides of the square
 * @param id a number in [0, 1) for each tile
 * @param u along the tile, from 0 to 1
 * @param v across the tile, from 0 to 1
 */
record Tiles(Field border, Field id, Field u, Field v) {

  /** Fills in the tile of a place: border, id bits, u and v. */
  @FunctionalInterface
  private interface Layout {
    void at(float x, float y, float[] tile);
  }

  private static Tiles of(int seed, Layout layout) {
    float[][] fields = new float[4][N * N];
    float[] tile = new float[4];
    for (int y = 0; y < N; y++) {
      for (int x = 0; x < N; x++) {
        layout.at((x + 0.5f) / N, (y + 0.5f) / N, tile);
        int k = y * N + x;
        fields[0][k] = tile[0];
        fields[1][k] = Dice.unit(Dice.hash(seed, (int) tile[1], 0));
        fields[2][k] = tile[2];
        fields[3][k] = tile[3];
      }
    }
    return new Tiles(
        new Field(fields[0]), new Field(fields[1]), new Field(fields[2]), new Field(fields[3]));
  }

  /**
   * Courses of bricks.
   *
   * @param columns bricks in a course
   * @param rows courses
   * @param offset of each course from the last, in bricks; times rows a whole number
   */
  static Tiles bricks(int seed, int columns, int rows, float offset) {
    return of(
        seed,
        (x, y, tile) -> {
          int row = (int) (y * rows);
          float at = x * columns + row * offset % 1;
          int column = (int) at % columns;
          rectangle(tile, at - (int) at, y * rows - row, 1f / columns, 1f / rows);
          tile[1] = row * 4096 + column;
        });
  }

  /**
   * Floor boards: columns of boards, each board a new piece, ends anywhere.
   *
   * @param columns boards side by side
   * @param pieces in each column
   */
  static Tiles boards(int seed, int columns, int pieces) {
    return of(
        seed,
        (x, y, tile) -> {
          int column = (int) (x * columns);
          float at = y * pieces + pieces * Dice.unit(Dice.hash(seed, column, 7));
          int piece = (int) at % pieces;
          rectangle(tile, x * columns - column, at - (int) at, 1f / columns, 1f / pieces);
          tile[1] = column * 4096 + piece;
        });
  }

  private static void rectangle(float[] tile, float u, float v, float width, float height) {
    tile[0] = Math.min(Math.min(u, 1 - u) * width, Math.min(v, 1 - v) * height);
    tile[2] = u;
    tile[3] = v;
  }

  /**
   * Blocks of parallel strips, each block across its neighbours: parquet, basket weave.
   *
   * @param blocks along a side, even
   * @param strips in a block
   */
  static Tiles baskets(int seed, int blocks, int strips) {
    return of(
        seed,
        (x, y, tile) -> {
          int i = (int) (x * blocks);
          int j = (int) (y * blocks);
          float u = x * blocks - i;
          float v = y * blocks - j;
          boolean across = (i + j) % 2 == 0;
          float at = (across ? v : u) * strips;
          int strip = (int) at;
          rectangle(tile, across ? u : v, at - strip, 1f / blocks, 1f / (blocks * strips));
          tile[1] = (j * blocks + i) * 64 + strip;
        });
  }

  /**
   * Bricks of 2 x 1 in steps, each against the end of the last.
   *
   * @param cells widths of a brick along a side, a multiple of 4
   */
  static Tiles herringbone(int seed, int cells) {
    return of(
        seed,
        (x, y, tile) -> {
          int i = (int) (x * cells);
          int j = (int) (y * cells);
          float u = x * cells - i;
          float v = y * cells - j;
          int kind = Math.floorMod(i - j, 4);
          boolean lies = kind < 2;
          int left = kind == 1 ? 1 : 0;
          int above = kind == 2 ? 1 : 0;
          float along = lies ? (u + left) / 2 : (v + above) / 2;
          rectangle(tile, along, lies ? v : u, 2f / cells, 1f / cells);
          tile[1] =
              Math.floorMod(j - above, cells) * 4096
                  + Math.floorMod(i - left, cells)
                  + (lies ? 0 : 1 << 22);
        });
  }

  /**
   * Hexagons with corners up and down.
   *
   * @param columns along x; the rows are chosen even, so that the hexagons are nearly regular
   */
  static Tiles hexagons(int seed, int columns) {
    int rows = 2 * Math.round(columns * 1.1547f / 2);
    float ratio = 0.8660254f;
    return of(
        seed,
        (x, y, tile) -> {
          float fx = x * columns;
          float fy = y * rows;
          float best = 9;
          float next = 9;
          for (int j = (int) fy - 1; j <= (int) fy + 1; j++) {
            float shift = (j & 1) == 0 ? 0.5f : 0;
            int i = (int) Math.floor(fx - shift + 0.5f);
            for (int k = i - 1; k <= i + 1; k++) {
              float dx = fx - k - shift;
              float dy = (fy - j - 0.5f) * ratio;
              float d = dx * dx + dy * dy;
              if (d < best) {
                next = best;
                best = d;
                tile[1] = Math.floorMod(j, rows) * 4096 + Math.floorMod(k, columns);
                tile[2] = dx + 0.5f;
                tile[3] = dy + 0.5f;
              } else if (d < next) {
                next = d;
              }
            }
          }
          tile[0] = (next - best) / 2 / columns;
        });
  }

  /** What a mask of the border is: 0 in joints as wide as this, 1 inside, in between over soft. */
  Field inside(float joint, float soft) {
    return border.step(joint / 2, joint / 2 + soft);
  }

  /** Seen through a warp. */
  Tiles warp(Field dx, Field dy, float amount) {
    return new Tiles(
        border.warp(dx, dy, amount),
        nearest(id, dx, dy, amount),
        nearest(u, dx, dy, amount),
        nearest(v, dx, dy, amount));
  }

  /** A warp that makes no values between those of neighbours. */
  static Field nearest(Field field, Field dx, Field dy, float amount) {
    float[] result = new float[N * N];
    float scale = amount * N;
    for (int i = 0; i < result.length; i++) {
      int x = (int) Math.floor(i % N + 0.5f + scale * (dx.values[i] - 0.5f)) & (N - 1);
      int y = (int) Math.floor(i / N + 0.5f + scale * (dy.values[i] - 0.5f)) & (N - 1);
      result[i] = field.values[y * N + x];
    }
    return new Field(result);
  }
}
