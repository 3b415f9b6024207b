package org.variegate.engine.internal.dataset;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.variegate.api.Sink;
import org.variegate.engine.RunException;
import org.variegate.engine.files.DiskFailure;
import org.variegate.engine.internal.provenance.VersionSet;

/** Nowhere: the dataset is hashed and not kept. */
public final class Discarded implements Target {
  private final Shards shards;

  /**
   * Nowhere.
   *
   * @param shards of the dataset
   */
  public Discarded(Shards shards) {
    this.shards = shards;
  }

  @Override
  public SortedMap<Long, ShardSummary> present() {
    return Collections.unmodifiableSortedMap(new TreeMap<>());
  }

  @Override
  public Inputs inputs() {
    return new Inputs();
  }

  @Override
  public void begin(VersionSet versions) {}

  @Override
  public ShardWriter shard(long shard, Sink sink) {
    return new ShardTally(shard, shards.first(shard));
  }

  @Override
  public String finish(SortedMap<Long, ShardSummary> all) {
    return Shards.sha256(all.values());
  }

  @Override
  public RunException refused(IOException failure) {
    return new RunException(RunException.Cause.TARGET, DiskFailure.line(failure));
  }

  @Override
  public boolean stores() {
    return false;
  }

  @Override
  public void close() {}
}
