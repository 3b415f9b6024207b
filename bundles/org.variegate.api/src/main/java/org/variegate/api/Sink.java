package org.variegate.api;

import java.io.IOException;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns samples into bytes. It knows no path: the engine names, hashes, flushes and publishes what
 * it writes, a shard at a time, on whatever store the run writes to.
 *
 * <p>Samples are {@linkplain #encode encoded} by many threads at once and in any order; then each
 * is {@linkplain Shard#append appended} to its shard in the order of the samples' indices.
 */
@ConsumerType
public interface Sink extends Stage {

  /**
   * Writes all that is kept of a sample. The SHA-256 of these bytes, with the members' names, is
   * the sample's.
   *
   * @param sample after the last stage
   * @param members receives the bytes under names such as {@code image.nii.gz}
   * @throws IOException if the bytes cannot be kept
   */
  void encode(Sample sample, Members members) throws IOException;

  /**
   * Refuses a dataset that it cannot tell the truth about. Asked before the first sample, by a
   * check of the recipe too.
   *
   * @param facts what all {@linkplain Stage#facts stages} told
   * @throws IllegalArgumentException if they do not fit, in the form {@code key: what is needed,
   *     got what}
   */
  default void check(Map<String, Object> facts) {}

  /**
   * Begins a shard. As it stands, each member of each sample becomes a file of its own, {@code
   * 000042-image.nii.gz}.
   *
   * @param files where its files go
   * @return the shard, used by one thread at a time
   * @throws IOException if it cannot be begun
   */
  default Shard begin(ShardFiles files) throws IOException {
    return new FilePerMember(files);
  }

  /**
   * Whether a run keeps the bytes at all. A sink that does not is measured and hashed like any
   * other, and leaves no shards.
   *
   * @return true, unless overridden
   */
  default boolean stores() {
    return true;
  }
}
