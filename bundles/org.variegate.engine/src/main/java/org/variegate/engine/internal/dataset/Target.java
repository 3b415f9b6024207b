package org.variegate.engine.internal.dataset;

import java.io.IOException;
import java.util.SortedMap;
import org.variegate.api.Sink;
import org.variegate.engine.RunException;
import org.variegate.engine.internal.provenance.VersionSet;

/** Where a run's shards go. */
public interface Target extends AutoCloseable {

  /**
   * The shards that are there and verified.
   *
   * @return by number
   */
  SortedMap<Long, ShardSummary> present();

  /**
   * The files that the samples of those shards are made from.
   *
   * @return to be added to
   */
  Inputs inputs();

  /**
   * Notes what the run begins with.
   *
   * @param versions the bundles there now
   * @throws IOException if the store refuses
   */
  void begin(VersionSet versions) throws IOException;

  /**
   * Begins a shard.
   *
   * @param shard its number
   * @param sink writes it
   * @return takes its samples
   * @throws IOException if the store refuses
   */
  ShardWriter shard(long shard, Sink sink) throws IOException;

  /**
   * Ends a run that made all shards.
   *
   * @param shards all of them
   * @return the dataset's hash, 64 hexadecimal digits
   * @throws IOException if the store refuses
   */
  String finish(SortedMap<Long, ShardSummary> shards) throws IOException;

  /**
   * Says in one line why the store refused.
   *
   * @param failure what it threw
   * @return the reason, with where
   */
  RunException refused(IOException failure);

  /**
   * Whether lines of a manifest and bytes of samples are wanted.
   *
   * @return false where only hashes are
   */
  boolean stores();

  @Override
  void close() throws RunException;
}
