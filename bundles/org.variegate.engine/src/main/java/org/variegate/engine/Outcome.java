package org.variegate.engine;

/**
 * What became of a run.
 *
 * @param samples that are there now
 * @param failed samples among those tried
 * @param complete whether every shard is there
 * @param mixed whether samples came from different versions of a stage
 * @param sha256 of the dataset, 64 hexadecimal digits; null unless complete
 */
public record Outcome(long samples, long failed, boolean complete, boolean mixed, String sha256) {}
