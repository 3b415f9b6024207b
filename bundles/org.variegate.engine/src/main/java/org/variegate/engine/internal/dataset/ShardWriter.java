package org.variegate.engine.internal.dataset;

import java.io.IOException;

/** Takes the samples of one shard in order. Used by one thread at a time. */
public interface ShardWriter {

  /**
   * Appends a sample, or the record of its failure.
   *
   * @param sample the next in order of index; its buffers stay its own
   * @throws IOException if the store refuses
   */
  void append(EncodedSample sample) throws IOException;

  /**
   * Completes the shard and publishes it.
   *
   * @return what it holds
   * @throws IOException if the store refuses
   */
  ShardSummary finish() throws IOException;

  /** Removes what was written. */
  void abandon();
}
