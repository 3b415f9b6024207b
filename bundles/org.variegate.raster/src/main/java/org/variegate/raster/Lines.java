package org.variegate.raster;

import org.variegate.api.Arena;

/** Lines of a volume, gathered some at once, changed, and put back. */
final class Lines {
  private final float[] values;
  private final int most;
  private final Arena arena;

  /**
   * Of a volume.
   *
   * @param most how many are gathered at once
   */
  Lines(float[] values, int most, Arena arena) {
    this.values = values;
    this.most = most;
    this.arena = arena;
  }

  /**
   * Changes lines.
   *
   * @param from where the first begins
   * @param apart from the beginning of one to that of the next
   * @param count how many
   * @param stride from one value of a line to the next
   * @param n values of a line
   * @param envelope what becomes of a line
   */
  void apply(int from, int apart, int count, int stride, int n, Envelope envelope) {
    float[] tile = arena.floats(most * n);
    for (int i = 0; i < n; i++) {
      for (int line = 0; line < count; line++) {
        tile[line * n + i] = values[from + line * apart + i * stride];
      }
    }
    for (int line = 0; line < count; line++) {
      envelope.apply(tile, line * n);
    }
    for (int i = 0; i < n; i++) {
      for (int line = 0; line < count; line++) {
        values[from + line * apart + i * stride] = tile[line * n + i];
      }
    }
    arena.release(tile);
  }
}
