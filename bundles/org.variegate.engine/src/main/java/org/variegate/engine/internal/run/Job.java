package org.variegate.engine.internal.run;

/**
 * A sample to be made.
 *
 * @param ticket its place in the order of appending, from 0
 * @param turn counts how often the order was wound back
 * @param shard its shard
 * @param index of the sample
 */
record Job(long ticket, int turn, long shard, long index) {}
