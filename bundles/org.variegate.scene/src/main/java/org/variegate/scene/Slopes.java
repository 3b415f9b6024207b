package org.variegate.scene;

/**
 * How a level of a height texture rises at each texel: from the texel before to the one after it.
 *
 * @param values differences over {@code step}, plus {@link #LEVEL}: along u in the lower 8 bits,
 *     along v in the upper; to be read only
 * @param step 1, or 2 where a difference is above half the range: then neighbours are rounded up
 *     and down in turn
 */
public record Slopes(short[] values, int step) {
  /** What stands for no difference. */
  public static final int LEVEL = 128;

  static Slopes[] of(int width, int height, byte[][] levels) {
    Slopes[] slopes = new Slopes[levels.length];
    for (int l = 0; l < levels.length; l++) {
      slopes[l] = of(Math.max(1, width >> l), Math.max(1, height >> l), levels[l]);
    }
    return slopes;
  }

  private static Slopes of(int width, int height, byte[] heights) {
    short[] values = new short[width * height];
    if (!fill(width, height, heights, values, 0)) {
      return new Slopes(values, 1);
    }
    fill(width, height, heights, values, 1);
    return new Slopes(values, 2);
  }

  /** Returns whether a difference was too large. */
  private static boolean fill(int width, int height, byte[] h, short[] to, int shift) {
    int most = 0;
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int above = (y == 0 ? height - 1 : y - 1) * width;
      int below = (y + 1 == height ? 0 : y + 1) * width;
      for (int x = 0; x < width; x++) {
        int before = row + (x == 0 ? width - 1 : x - 1);
        int after = row + (x + 1 == width ? 0 : x + 1);
        int u = (h[after] & 0xff) - (h[before] & 0xff);
        int v = (h[below + x] & 0xff) - (h[above + x] & 0xff);
        most = Math.max(most, Math.max(Math.abs(u), Math.abs(v)));
        int turn = x + y & shift;
        to[row + x] = (short) (code(u + turn >> shift) | code(v + turn >> shift) << 8);
      }
    }
    return most >= LEVEL;
  }

  private static int code(int difference) {
    return Math.min(difference, LEVEL - 1) + LEVEL & 0xff;
  }
}
