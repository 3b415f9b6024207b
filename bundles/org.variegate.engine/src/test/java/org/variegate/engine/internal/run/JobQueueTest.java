package org.variegate.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.variegate.draws.DrawRecord;
import org.variegate.engine.internal.dataset.SampleEncoder;
import org.variegate.engine.internal.dataset.Shards;
import org.variegate.engine.internal.provenance.VersionSet;

class JobQueueTest {
  private static final VersionSet SET = VersionSet.of(Map.of(), Map.of());

  private final SampleEncoder encoder = new SampleEncoder(null, true);

  private Delivery delivery(Job job) {
    return new Delivery(
        job, encoder.failed(job.index(), "x", Map.of(), SET, new DrawRecord()), null);
  }

  private static JobQueue queue(long samples, Set<Long> present) {
    return new JobQueue(new Shards(samples, 2), present, 3, 1 << 20);
  }

  @Test
  void leavesOutWhatIsPresent() throws Exception {
    JobQueue queue = queue(7, Set.of(0L, 2L));
    long[] indices = {2, 3, 6};
    for (int i = 0; i < indices.length; i++) {
      assertEquals(indices[i], queue.claim().index());
    }
  }

  @Test
  void putsDeliveriesInOrder() throws Exception {
    JobQueue queue = queue(4, Set.of());
    Delivery first = delivery(queue.claim());
    Delivery second = delivery(queue.claim());
    assertTrue(queue.deliver(second));
    assertNull(queue.next(), "the first is not there yet");
    assertTrue(queue.deliver(first));
    assertEquals(first, queue.next());
    assertFalse(queue.deliver(delivery(queue.claim())), "somebody drains already");
    queue.done(first);
    assertEquals(second, queue.next());
  }

  @Test
  void boundsWhatIsUnderWay() throws Exception {
    JobQueue queue = queue(10, Set.of());
    Delivery first = delivery(queue.claim());
    queue.claim();
    queue.claim();
    Thread claimer = new Thread(() -> claim(queue));
    claimer.start();
    claimer.join(50);
    assertTrue(claimer.isAlive(), "three are under way");
    queue.deliver(first);
    queue.done(queue.next());
    claimer.join(5000);
    assertFalse(claimer.isAlive());
  }

  @Test
  void whoWaitedForTheEndIsBoundedAfterARewindToo() throws Exception {
    JobQueue queue = new JobQueue(new Shards(3, 3), Set.of(), 2, 1 << 20);
    queue.deliver(delivery(queue.claim()));
    queue.done(queue.next());
    Delivery second = delivery(queue.claim());
    queue.claim();
    Thread claimer = new Thread(() -> claim(queue));
    claimer.start();
    awaitWaiting(claimer);
    synchronized (queue) {
      queue.rewind(second);
      queue.claim();
      queue.claim();
    }
    assertTrue(awaitWaiting(claimer), "two are under way");
    queue.close();
    claimer.join(5000);
  }

  /** Whether a thread came to wait before it ended. */
  private static boolean awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
    return thread.isAlive();
  }

  @Test
  void windsBackToTheBeginningOfAShard() throws Exception {
    JobQueue queue = queue(10, Set.of(0L));
    queue.deliver(delivery(queue.claim()));
    queue.done(queue.next());
    queue.next();
    Delivery second = delivery(queue.claim());
    Delivery late = delivery(queue.claim());
    queue.deliver(second);
    queue.rewind(queue.next());
    assertFalse(queue.deliver(late), "what was made before counts no more");
    assertEquals(2, queue.claim().index());
    assertEquals(3, queue.claim().index());
  }

  @Test
  void handsOutNothingOnceClosed() throws Exception {
    JobQueue queue = queue(10, Set.of());
    Job job = queue.claim();
    queue.close();
    assertNull(queue.claim());
    assertFalse(queue.deliver(delivery(job)));
  }

  private static void claim(JobQueue queue) {
    try {
      queue.claim();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
