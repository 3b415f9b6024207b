package org.variegate.draws;

import java.util.function.LongSupplier;

/**
 * The uniform values behind one draw: as many as its distribution takes, each strictly between 0
 * and 1.
 */
public final class Uniforms {
  private static final double UNIT = 0x1p-52;

  private final LongSupplier words;

  Uniforms(StreamKey key, long counter) {
    this(new Words(key, counter));
  }

  Uniforms(LongSupplier words) {
    this.words = words;
  }

  /**
   * The next value.
   *
   * @return a value in the open interval (0, 1): the middle of one of 2^52 equal cells
   */
  public double next() {
    return ((bits() >>> 12) + 0.5) * UNIT;
  }

  long bits() {
    return words.getAsLong();
  }

  private static final class Words implements LongSupplier {
    private final StreamKey key;
    private final long counter;
    private final long[] block = new long[4];
    private int used = block.length;
    private long blocks;

    Words(StreamKey key, long counter) {
      this.key = key;
      this.counter = counter;
    }

    @Override
    public long getAsLong() {
      if (used == block.length) {
        key.block(counter, blocks++, block);
        used = 0;
      }
      return block[used++];
    }
  }
}
