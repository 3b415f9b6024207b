package org.variegate.render.internal;

import org.variegate.api.Arena;

/** The highest and lowest values of blocks of a map, and of all blocks around each. */
final class Blocks {
  private final int width;

  /** One block's texels are this many bits of a place. */
  private final int shift;

  private float[] high;
  private float[] low;

  /** Blocks of a power of two of a square map. */
  Blocks(float[] map, int size, int block, Arena arena) {
    this(map, map, size, block, Integer.numberOfTrailingZeros(block), arena);
  }

  /** Blocks of blocks that are not widened yet. */
  Blocks(Blocks finer, int block, Arena arena) {
    this(
        finer.high,
        finer.low,
        finer.width,
        block,
        finer.shift + Integer.numberOfTrailingZeros(block),
        arena);
  }

  private Blocks(float[] highs, float[] lows, int size, int block, int shift, Arena arena) {
    this.shift = shift;
    width = (size + block - 1) / block;
    high = arena.floats(width * width);
    low = arena.floats(width * width);
    float[] highest = arena.floats(size);
    float[] lowest = arena.floats(size);
    float[] row = arena.floats(size);
    for (int j = 0; j < width; j++) {
      System.arraycopy(highs, j * block * size, highest, 0, size);
      System.arraycopy(lows, j * block * size, lowest, 0, size);
      for (int y = j * block + 1, end = Math.min(size, (j + 1) * block); y < end; y++) {
        System.arraycopy(highs, y * size, row, 0, size);
        raise(size, row, highest);
        System.arraycopy(lows, y * size, row, 0, size);
        lower(size, row, lowest);
      }
      for (int i = 0; i < width; i++) {
        float max = 0;
        float min = Float.MAX_VALUE;
        for (int x = i * block, end = Math.min(size, x + block); x < end; x++) {
          max = Math.max(max, highest[x]);
          min = Math.min(min, lowest[x]);
        }
        high[j * width + i] = max;
        low[j * width + i] = min;
      }
    }
    arena.release(highest);
    arena.release(lowest);
    arena.release(row);
  }

  private static void raise(int n, float[] values, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.max(to[i], values[i]);
    }
  }

  private static void lower(int n, float[] values, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.min(to[i], values[i]);
    }
  }

  /** Makes each block stand for all around it too. */
  void widen(Arena arena) {
    float[] highs = arena.floats(width * width);
    float[] lows = arena.floats(width * width);
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < width; i++) {
        float max = 0;
        float min = Float.MAX_VALUE;
        for (int y = Math.max(0, j - 1); y <= Math.min(width - 1, j + 1); y++) {
          for (int x = Math.max(0, i - 1); x <= Math.min(width - 1, i + 1); x++) {
            float upper = high[y * width + x];
            float lower = low[y * width + x];
            max = upper > max ? upper : max;
            min = lower < min ? lower : min;
          }
        }
        highs[j * width + i] = max;
        lows[j * width + i] = min;
      }
    }
    arena.release(high);
    arena.release(low);
    high = highs;
    low = lows;
  }

  /** The highest value near a place. */
  float highest(float u, float v) {
    return high[((int) v >> shift) * width + ((int) u >> shift)];
  }

  /** The lowest value near a place. */
  float lowest(float u, float v) {
    return low[((int) v >> shift) * width + ((int) u >> shift)];
  }
}
