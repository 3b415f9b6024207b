package org.variegate.draws;

/**
 * A random field: one value for each index, a pure function of the field's key and the index.
 *
 * <p>Meant for a value per voxel. Fill a few thousand values at a time, so that the hash is
 * vectorized and its results stay in the nearest cache. Belongs to one thread.
 *
 * <p>The hash is a bijection of the lower 32 bits of the index (xor-shift-multiply in the manner of
 * Wellons' hash prospector, keyed between its two rounds), so that no value repeats by collision
 * within 2^32 voxels; the upper bits change the key.
 */
public final class Noise {
  private static final int CHUNK = 2048;
  private static final int[] OFFSETS = offsets();
  private static final int M1 = 0x21f0aaad;
  private static final int M2 = 0x735a2d97;

  private final StreamKey key;
  private final int[] hash = new int[CHUNK];
  private final long[] block = new long[4];

  Noise(StreamKey key) {
    this.key = key;
  }

  /**
   * Standard normal values.
   *
   * @param out receives them
   * @param from where in {@code out} the first goes
   * @param count how many
   * @param first the index of the first value in the field, at least 0
   */
  public void gaussian(float[] out, int from, int count, long first) {
    float[] a = NormalTables.A;
    float[] b = NormalTables.B;
    for (int done = 0; done < count; ) {
      int n = hashes(first + done, count - done);
      int to = from + done;
      for (int i = 0; i < n; i++) {
        int h = hash[i];
        out[to + i] = a[h & 0x3ff] + b[(h >>> 10) & 0x7ff] + b[h >>> 21];
      }
      done += n;
    }
  }

  /**
   * Normal values, N(0, deviation^2).
   *
   * @param out receives them
   * @param from where in {@code out} the first goes
   * @param count how many
   * @param first the index of the first value in the field, at least 0
   * @param deviation standard deviation
   */
  public void gaussian(float[] out, int from, int count, long first, double deviation) {
    gaussian(out, from, count, first);
    float scale = (float) deviation;
    for (int i = from, end = from + count; i < end; i++) {
      out[i] *= scale;
    }
  }

  /**
   * Values uniform in the open interval (0, 1), of 23 bits.
   *
   * @param out receives them
   * @param from where in {@code out} the first goes
   * @param count how many
   * @param first the index of the first value in the field, at least 0
   */
  public void uniform(float[] out, int from, int count, long first) {
    for (int done = 0; done < count; ) {
      int n = hashes(first + done, count - done);
      int to = from + done;
      for (int i = 0; i < n; i++) {
        out[to + i] = ((hash[i] >>> 9) + 0.5f) * 0x1p-23f;
      }
      done += n;
    }
  }

  /**
   * Equally likely 32-bit words.
   *
   * @param out receives them
   * @param from where in {@code out} the first goes
   * @param count how many
   * @param first the index of the first value in the field, at least 0
   */
  public void bits(int[] out, int from, int count, long first) {
    for (int done = 0; done < count; ) {
      int n = hashes(first + done, count - done);
      System.arraycopy(hash, 0, out, from + done, n);
      done += n;
    }
  }

  /** Hashes up to a chunk of indices from {@code first} on, all with the same upper 32 bits. */
  private int hashes(long first, int wanted) {
    long upper = first >>> 32;
    int n = (int) Math.min(Math.min(wanted, CHUNK), ((upper + 1) << 32) - first);
    key.block(0, upper, block);
    mix((int) first, (int) block[0], (int) (block[0] >>> 32), n);
    return n;
  }

  private void mix(int base, int k0, int k1, int n) {
    int[] h = hash;
    int start = base + k0;
    for (int i = 0; i < n; i++) {
      int x = OFFSETS[i] + start;
      x = (x ^ (x >>> 16)) * M1;
      x = (x ^ (x >>> 15)) * M2;
      x = (x ^ (x >>> 15)) + k1;
      x = (x ^ (x >>> 16)) * M1;
      x = (x ^ (x >>> 15)) * M2;
      h[i] = x ^ (x >>> 15);
    }
  }

  private static int[] offsets() {
    int[] offsets = new int[CHUNK];
    for (int i = 0; i < CHUNK; i++) {
      offsets[i] = i;
    }
    return offsets;
  }
}
