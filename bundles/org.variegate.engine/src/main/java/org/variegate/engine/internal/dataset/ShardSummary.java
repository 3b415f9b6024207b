package org.variegate.engine.internal.dataset;

import java.util.List;
import org.variegate.engine.internal.provenance.VersionSet;

/**
 * What a complete shard holds.
 *
 * @param shard its number
 * @param first index of its first sample
 * @param count samples, failed ones included
 * @param failed of them
 * @param sha256 over its samples' hashes in order
 * @param versions what made them, in order of appearance
 */
public record ShardSummary(
    long shard, long first, int count, int failed, String sha256, List<VersionSet> versions) {}
