package org.variegate.engine.internal.dataset;

import java.security.MessageDigest;
import java.util.Collection;
import org.variegate.engine.internal.provenance.Hashes;

/**
 * How the samples of a dataset are divided.
 *
 * @param samples of the dataset, at least 0
 * @param each samples of a shard, but for the last
 */
public record Shards(long samples, int each) {

  /**
   * The number of shards.
   *
   * @return samples / each, rounded up
   */
  public long count() {
    return samples / each + (samples % each == 0 ? 0 : 1);
  }

  /**
   * Where a shard begins.
   *
   * @param shard its number
   * @return the index of its first sample
   */
  public long first(long shard) {
    return shard * each;
  }

  /**
   * How long a shard is.
   *
   * @param shard its number
   * @return its samples
   */
  public int size(long shard) {
    return (int) Math.min(each, samples - first(shard));
  }

  /**
   * The hash of a dataset.
   *
   * @param shards all, in order
   * @return 64 hexadecimal digits
   */
  public static String sha256(Collection<ShardSummary> shards) {
    MessageDigest digest = Hashes.digest();
    for (ShardSummary shard : shards) {
      Hashes.add(digest, shard.sha256(), ShardFolder.name(shard.shard()));
    }
    return Hashes.hex(digest);
  }
}
