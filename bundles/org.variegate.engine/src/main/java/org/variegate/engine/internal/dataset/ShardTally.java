package org.variegate.engine.internal.dataset;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.variegate.engine.internal.provenance.Hashes;
import org.variegate.engine.internal.provenance.VersionSet;

/** Counts and hashes the samples of a shard; all there is of a shard that is not stored. */
public final class ShardTally implements ShardWriter {
  private final long shard;
  private final long first;
  private final MessageDigest digest = Hashes.digest();
  private final List<VersionSet> versions = new ArrayList<>();
  private int count;
  private int failed;

  /**
   * An empty shard.
   *
   * @param shard its number
   * @param first index of its first sample
   */
  public ShardTally(long shard, long first) {
    this.shard = shard;
    this.first = first;
  }

  @Override
  public void append(EncodedSample sample) {
    sees(sample.versions());
    if (sample.failure() == null) {
      made(sample.index(), sample.sha256());
    } else {
      failed();
    }
  }

  /** Whether this set of versions is new to the shard. */
  boolean sees(VersionSet set) {
    boolean fresh = versions.stream().noneMatch(known -> known.id().equals(set.id()));
    if (fresh) {
      versions.add(set);
    }
    return fresh;
  }

  void made(long index, String sha256) {
    count++;
    Hashes.add(digest, sha256, Long.toString(index));
  }

  void failed() {
    count++;
    failed++;
  }

  @Override
  public ShardSummary finish() {
    return new ShardSummary(shard, first, count, failed, Hashes.hex(digest), List.copyOf(versions));
  }

  @Override
  public void abandon() {
    digest.reset();
  }
}
