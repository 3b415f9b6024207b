package org.variegate.draws;

/**
 * Philox4x64 with ten rounds: a bijection of 256-bit counters for each 128-bit key, whose outputs
 * pass BigCrush. Source: Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as
 * 1, 2, 3", section 4.3.
 */
final class Philox {
  private static final long M0 = 0xD2E7470EE14C6C93L;
  private static final long M1 = 0xCA5A826395121157L;
  private static final long WEYL0 = 0x9E3779B97F4A7C15L;
  private static final long WEYL1 = 0xBB67AE8584CAA73BL;
  private static final int ROUNDS = 10;

  private Philox() {}

  /** Replaces the counter {@code c} of four words by its image under the key (k0, k1). */
  static void block(long[] c, long k0, long k1) {
    long key0 = k0;
    long key1 = k1;
    for (int round = 0; round < ROUNDS; round++) {
      long high0 = multiplyHighUnsigned(M0, c[0]);
      long low0 = M0 * c[0];
      long high1 = multiplyHighUnsigned(M1, c[2]);
      long low1 = M1 * c[2];
      c[0] = high1 ^ c[1] ^ key0;
      c[2] = high0 ^ c[3] ^ key1;
      c[1] = low1;
      c[3] = low0;
      key0 += WEYL0;
      key1 += WEYL1;
    }
  }

  private static long multiplyHighUnsigned(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }
}
