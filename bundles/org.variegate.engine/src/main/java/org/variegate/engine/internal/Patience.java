package org.variegate.engine.internal;

/**
 * How long stages are waited for, in nanoseconds of a clock that is read from time to time. A step
 * of it that is long tells of a process that did not run, in which nothing could have moved, and is
 * taken for a short one.
 */
final class Patience {
  private static final long STILL = 5_000_000_000L;
  private static final long ALL = 600_000_000_000L;
  private static final long LONGEST_STEP = 500_000_000L;

  private long last;
  private long still;
  private long all;

  Patience(long now) {
    last = now;
  }

  /**
   * Whether it is over: nothing was busy for five seconds, or ten minutes went by.
   *
   * @param now the clock
   * @param busy whether a stage is being made
   */
  boolean isOver(long now, boolean busy) {
    long step = Math.min(now - last, LONGEST_STEP);
    last = now;
    still = busy ? 0 : still + step;
    all += step;
    return still > STILL || all > ALL;
  }
}
