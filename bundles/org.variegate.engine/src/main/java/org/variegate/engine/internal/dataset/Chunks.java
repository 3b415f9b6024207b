package org.variegate.engine.internal.dataset;

import java.util.ArrayDeque;

/** A bounded stock of byte arrays in which encoded samples wait for their shard. Thread-safe. */
public final class Chunks {
  /** Bytes of a chunk. */
  public static final int SIZE = 1 << 16;

  private final ArrayDeque<byte[]> idle = new ArrayDeque<>();
  private final int most;

  /**
   * A stock.
   *
   * @param most chunks that are kept while nobody uses them
   */
  public Chunks(int most) {
    this.most = most;
  }

  synchronized byte[] take() {
    byte[] chunk = idle.pollFirst();
    return chunk == null ? new byte[SIZE] : chunk;
  }

  synchronized void giveBack(byte[] chunk) {
    if (idle.size() < most) {
      idle.addFirst(chunk);
    }
  }
}
