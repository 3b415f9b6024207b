package org.variegate.render.internal;

/** Four channels of smooth noise in space that repeats every 32 cells: values at nodes, blended. */
final class FurNoise {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;
  private static final long LANES = 0x00ff00ff00ff00ffL;

  /** Four bytes a node. */
  private static final int[] NODES = new int[1 << 3 * BITS];

  static {
    for (int i = 0; i < NODES.length; i++) {
      int h = i * 0x9e3779b9 + 0x7f4a7c15;
      h = (h ^ h >>> 16) * 0x21f0aaad;
      h = (h ^ h >>> 15) * 0x735a2d97;
      NODES[i] = h ^ h >>> 15;
    }
  }

  private FurNoise() {}

  /**
   * The noise at a place.
   *
   * @param x in cells
   * @param y in cells
   * @param z in cells
   * @param seed of the noise
   * @return four lanes of 16 bits: values from 0 to 255 times 256
   */
  static long at(float x, float y, float z, int seed) {
    int i = Texels.floor(x);
    int j = Texels.floor(y);
    int k = Texels.floor(z);
    int u = smooth(x - i);
    int v = smooth(y - j);
    int w = smooth(z - k);
    i += seed;
    j += seed >> 5;
    k += seed >> 10;
    int i0 = i & MASK;
    int i1 = i + 1 & MASK;
    int j0 = (j & MASK) << BITS;
    int j1 = (j + 1 & MASK) << BITS;
    int k0 = (k & MASK) << 2 * BITS;
    int k1 = (k + 1 & MASK) << 2 * BITS;
    int d = u * v >> 8;
    int a = 256 - u - v + d;
    int b = u - d;
    int c = v - d;
    long low = plane(i0, i1, j0 | k0, j1 | k0, a, b, c, d);
    long high = plane(i0, i1, j0 | k1, j1 | k1, a, b, c, d);
    return low * (256 - w) + high * w;
  }

  private static long plane(int i0, int i1, int j0, int j1, int a, int b, int c, int d) {
    long sum =
        spread(NODES[i0 | j0]) * a
            + spread(NODES[i1 | j0]) * b
            + spread(NODES[i0 | j1]) * c
            + spread(NODES[i1 | j1]) * d;
    return sum >>> 8 & LANES;
  }

  private static int smooth(float t) {
    return (int) (256 * t * t * (3 - 2 * t));
  }

  private static long spread(int node) {
    long v = node & 0xffffffffL;
    return (v | v << 24) & LANES;
  }

  /** A channel of what {@link #at} returned, in [-0.5, 0.5]. */
  static float channel(long lanes, int channel) {
    return (int) (lanes >>> 16 * channel & 0xffff) * (1 / 65280f) - 0.5f;
  }
}
