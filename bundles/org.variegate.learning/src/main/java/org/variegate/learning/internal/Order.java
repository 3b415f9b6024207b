package org.variegate.learning.internal;

import org.variegate.draws.DrawRecord;
import org.variegate.draws.Noise;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.draws.Shuffle;

/**
 * Which sample comes when: all in their own order first, then all again in an order that is drawn
 * anew for each epoch. Used by one thread.
 */
final class Order {
  private final long seed;
  private final int samples;
  private long epoch;
  private Noise field;

  /**
   * An order.
   *
   * @param seed of the training
   * @param samples in one epoch, at least 1
   */
  Order(long seed, long samples) {
    this.seed = seed;
    this.samples = Math.toIntExact(samples);
  }

  /** The index of the sample at a position, counted from 0 through all epochs. */
  long index(long position) {
    int place = (int) (position % samples);
    if (position < samples) {
      return place;
    }
    if (epoch != position / samples) {
      epoch = position / samples;
      field = new SampleDraws(seed, epoch, new DrawRecord(), Overrides.NONE).noise("order");
    }
    return Shuffle.item(field, samples, place);
  }
}
