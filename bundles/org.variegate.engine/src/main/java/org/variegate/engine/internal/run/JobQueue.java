package org.variegate.engine.internal.run;

import java.util.Set;
import org.variegate.engine.internal.dataset.Shards;

/**
 * Hands out the samples of the shards that are not there yet, in order, and puts what was made in
 * order again. What is under way is bounded, by number and by bytes. Thread-safe.
 */
final class JobQueue {
  private final Shards shards;
  private final Set<Long> present;
  private final Delivery[] waiting;
  private final long mostBytes;
  private long shard;
  private int place;
  private long next;
  private long head;
  private long bytes;
  private int turn;
  private boolean draining;
  private boolean closed;

  /**
   * A queue.
   *
   * @param shards of the dataset
   * @param present numbers of those that are there
   * @param most samples under way
   * @param mostBytes of samples that wait for one before them
   */
  JobQueue(Shards shards, Set<Long> present, int most, long mostBytes) {
    this.shards = shards;
    this.present = present;
    this.waiting = new Delivery[most];
    this.mostBytes = mostBytes;
    skipPresent();
  }

  private void skipPresent() {
    while (shard < shards.count() && present.contains(shard)) {
      shard++;
    }
  }

  /** The next sample to make; waits while too many are under way; null at the end. */
  synchronized Job claim() throws InterruptedException {
    while (!closed && (allClaimed() ? head < next : crowded())) {
      wait(); // at the end too: the order may be wound back as long as something is under way
    }
    if (closed || allClaimed()) {
      return null;
    }
    Job job = new Job(next++, turn, shard, shards.first(shard) + place);
    if (++place == shards.size(shard)) {
      place = 0;
      shard++;
      skipPresent();
    }
    return job;
  }

  private boolean allClaimed() {
    return shard >= shards.count();
  }

  private boolean crowded() {
    return next - head >= waiting.length || (bytes > mostBytes && next > head);
  }

  /** Takes a delivery; true if the caller shall now drain. */
  synchronized boolean deliver(Delivery delivery) {
    if (closed || delivery.job().turn() != turn) {
      delivery.sample().release();
      return false;
    }
    waiting[slot(delivery.job().ticket())] = delivery;
    bytes += delivery.sample().size();
    boolean first = !draining;
    draining = true;
    return first;
  }

  /** The next delivery in order, or null if it is not there yet, which ends the draining. */
  synchronized Delivery next() {
    Delivery delivery = closed ? null : waiting[slot(head)];
    if (delivery == null) {
      draining = false; // here, where nobody can deliver in between
    }
    return delivery;
  }

  /** The delivery that {@link #next} gave is done with. */
  synchronized void done(Delivery delivery) {
    waiting[slot(head)] = null;
    head++;
    bytes -= delivery.sample().size();
    delivery.sample().release();
    notifyAll();
  }

  /** Has all samples since a shard's first made again. */
  synchronized void rewind(Delivery delivery) {
    Job job = delivery.job();
    long back = job.index() - shards.first(job.shard());
    releaseWaiting();
    turn++;
    shard = job.shard();
    place = 0;
    head = job.ticket() - back;
    next = head;
    notifyAll();
  }

  /** Nothing more is handed out or taken. */
  synchronized void close() {
    closed = true;
    if (!draining) {
      releaseWaiting();
    }
    notifyAll();
  }

  /** The thread that drained has failed. */
  synchronized void broken() {
    draining = false;
    close();
  }

  /** Waits for the thread that drains. */
  synchronized boolean awaitDrained(long milliseconds) throws InterruptedException {
    long end = System.nanoTime() + milliseconds * 1_000_000;
    long left = milliseconds;
    while (draining && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return !draining;
  }

  private void releaseWaiting() {
    for (int i = 0; i < waiting.length; i++) {
      if (waiting[i] != null) {
        waiting[i].sample().release();
        waiting[i] = null;
      }
    }
    bytes = 0;
  }

  private int slot(long ticket) {
    return (int) (ticket % waiting.length);
  }
}
