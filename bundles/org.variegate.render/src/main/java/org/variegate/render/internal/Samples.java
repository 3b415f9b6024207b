package org.variegate.render.internal;

import java.util.Arrays;
import org.variegate.api.Arena;

/**
 * What is seen at each sample of a picture. A pixel's samples lie on rows of their own, one above
 * the other, each at another place along x, as rooks that do not threaten each other: edges get as
 * many steps along x as along y.
 */
final class Samples {
  /** No triangle: the sky. */
  static final int NONE = -1;

  final int width;
  final int height;

  /** Samples a pixel, a power of two. */
  final int count;

  /** Where in its pixel a row's sample is, by the row modulo the count. */
  final float[] offset;

  /** One over the distance along the axis, 0 for none, [width, height * count]. */
  final float[] near;

  /** The triangle, or null where nobody asks for it, [width, height * count]. */
  final int[] triangle;

  Samples(int width, int height, int count, Arena arena) {
    this(width, height, count, arena, true);
  }

  private Samples(int width, int height, int count, Arena arena, boolean triangles) {
    this.width = width;
    this.height = height;
    this.count = count;
    this.offset = offsets(count);
    this.near = arena.floats(width * height * count);
    this.triangle = triangles ? arena.ints(width * height * count) : null;
  }

  /** A map of what is nearest alone, of one sample a texel. */
  static Samples depthOnly(int width, Arena arena) {
    return new Samples(width, width, 1, arena, false);
  }

  private static float[] offsets(int count) {
    int[] places =
        switch (count) {
          case 1 -> new int[] {0};
          case 2 -> new int[] {0, 1};
          case 4 -> new int[] {1, 3, 0, 2};
          case 8 -> new int[] {4, 1, 6, 3, 0, 7, 2, 5};
          default -> new int[] {8, 1, 10, 3, 12, 5, 14, 7, 0, 9, 2, 11, 4, 13, 6, 15};
        };
    float[] offsets = new float[count];
    for (int i = 0; i < count; i++) {
      offsets[i] = (places[i] + 0.5f) / count;
    }
    return offsets;
  }

  /** Forgets what was seen in pixel rows. */
  void clear(int fromRow, int toRow) {
    int from = fromRow * width * count;
    int to = toRow * width * count;
    Arrays.fill(near, from, to, 0);
    if (triangle != null) {
      Arrays.fill(triangle, from, to, NONE);
    }
  }

  void release(Arena arena) {
    arena.release(near);
    if (triangle != null) {
      arena.release(triangle);
    }
  }
}
