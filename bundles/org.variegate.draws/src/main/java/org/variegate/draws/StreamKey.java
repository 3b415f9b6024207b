package org.variegate.draws;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What identifies the stream of one name: the dataset's seed and the sample's index key the
 * generator; 128 bits of the SHA-256 of the name's full path are one half of the counter.
 */
record StreamKey(long seed, long sample, long high, long low) {

  static StreamKey of(long seed, long sample, String path) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(path));
    return new StreamKey(seed, sample, hash.getLong(), hash.getLong());
  }

  /** Fills {@code block} with the four words of block {@code index} of draw {@code counter}. */
  void block(long counter, long index, long[] block) {
    block[0] = high;
    block[1] = low;
    block[2] = counter;
    block[3] = index;
    Philox.block(block, seed, sample);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
