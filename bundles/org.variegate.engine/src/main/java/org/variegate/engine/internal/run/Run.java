package org.variegate.engine.internal.run;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.variegate.draws.Overrides;
import org.variegate.engine.Engine;
import org.variegate.engine.Outcome;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.RunListener;
import org.variegate.engine.internal.dataset.Chunks;
import org.variegate.engine.internal.dataset.SampleEncoder;
import org.variegate.engine.internal.dataset.ShardSummary;
import org.variegate.engine.internal.dataset.Shards;
import org.variegate.engine.internal.dataset.Target;
import org.variegate.engine.internal.pipeline.Instances;
import org.variegate.engine.internal.pipeline.SampleMaker;
import org.variegate.engine.internal.pipeline.Snapshot;
import org.variegate.engine.internal.pipeline.StageFailure;
import org.variegate.engine.recipe.Recipe;

/**
 * Makes the shards of a dataset that are not there yet.
 *
 * <p>Each worker claims a sample, makes and encodes it, and hands it in; whoever hands in the next
 * one in order appends all that wait in order. No sample changes threads otherwise.
 */
public final class Run {
  private static final long POLL_MS = 20;
  private static final long GRACE_MS = 1500;

  /** How long at most one worker is alone: Java compiles what it does before others do the same. */
  private static final long HEAD_START_MS = 300;

  private final Recipe recipe;
  private final SampleMaker maker;
  private final Instances instances;
  private final Target target;
  private final int workers;
  private final RunListener listener;
  private final Attendance attendance;
  private final Assembly assembly;
  private final JobQueue queue;
  private final Chunks chunks;
  private final long count;
  private final CountDownLatch working;
  private final CountDownLatch first = new CountDownLatch(1);
  private Throwable failure;

  /**
   * A run.
   *
   * @param recipe with a sink
   * @param maker of its samples
   * @param instances of its stages
   * @param target where shards go
   * @param workers threads, from 1 to {@link Engine#MOST_WORKERS}
   * @param listener called by one thread at a time
   */
  public Run(
      Recipe recipe,
      SampleMaker maker,
      Instances instances,
      Target target,
      int workers,
      RunListener listener) {
    if (workers < 1 || workers > Engine.MOST_WORKERS) {
      throw new IllegalArgumentException(
          "workers: needs 1 to " + Engine.MOST_WORKERS + ", got " + workers);
    }
    this.recipe = recipe;
    this.maker = maker;
    this.instances = instances;
    this.target = target;
    this.listener = listener;
    this.attendance = new Attendance(instances, recipe.swapTimeout(), listener);
    this.assembly = new Assembly(recipe, target, listener);
    long mostBytes = Math.min(1L << 28, Runtime.getRuntime().maxMemory() / 8);
    Shards shards = new Shards(recipe.samples(), recipe.samplesPerShard());
    this.count = shards.count();
    this.workers = (int) Math.max(1, Math.min(workers, missing(shards, target)));
    this.queue = new JobQueue(shards, target.present().keySet(), 16 + 4 * this.workers, mostBytes);
    this.chunks = new Chunks((int) (mostBytes / Chunks.SIZE));
    this.working = new CountDownLatch(this.workers);
  }

  private static long missing(Shards shards, Target target) {
    return shards.samples() - target.present().keySet().stream().mapToLong(shards::size).sum();
  }

  /**
   * Runs to the end, or until asked to stop.
   *
   * @return what became of it
   * @throws RunException if it cannot go on
   */
  public Outcome run() throws RunException {
    listener.begins(recipe.samples(), samples(assembly.complete()));
    try {
      if (begin()) {
        work();
      }
      return outcome();
    } catch (IOException e) {
      throw target.refused(e);
    }
  }

  /** Tells the target who takes part; holds no instance afterwards, for they may be replaced. */
  private boolean begin() throws RunException, IOException {
    Snapshot first = attendance.complete();
    if (first == null) {
      return false;
    }
    target.begin(first.versions());
    return true;
  }

  /**
   * Lets the workers work. One that hangs in a stage or a sink is left behind after a while; the
   * target's lock keeps it from publishing anything once the run has ended.
   */
  private void work() throws RunException, IOException {
    boolean drained = false;
    try {
      start(0);
      first.await(HEAD_START_MS, TimeUnit.MILLISECONDS);
      for (int i = 1; i < workers; i++) {
        start(i);
      }
      awaitWorkers();
      drained = queue.awaitDrained(POLL_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      queue.close();
      if (drained) {
        assembly.abandon();
      }
    }
    rethrow();
  }

  private void start(int number) {
    Thread thread = new Thread(this::worker, "variegate-worker-" + number);
    thread.setDaemon(true);
    thread.start();
  }

  private void awaitWorkers() throws InterruptedException {
    long end = Long.MAX_VALUE;
    while (!working.await(POLL_MS, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
      if (end == Long.MAX_VALUE && (hasFailed() || listener.stopRequested())) {
        queue.close();
        end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MS);
      }
    }
  }

  private Outcome outcome() throws IOException {
    SortedMap<Long, ShardSummary> shards = assembly.complete();
    boolean complete = shards.size() == count;
    String sha256 = complete ? target.finish(shards) : null;
    long failed = shards.values().stream().mapToLong(ShardSummary::failed).sum();
    return new Outcome(samples(shards), failed, complete, mixed(shards), sha256);
  }

  private static long samples(SortedMap<Long, ShardSummary> shards) {
    return shards.values().stream().mapToLong(ShardSummary::count).sum();
  }

  private static boolean mixed(SortedMap<Long, ShardSummary> shards) {
    Set<String> sets = new HashSet<>();
    for (ShardSummary shard : shards.values()) {
      shard.versions().forEach(set -> sets.add(set.id()));
    }
    return sets.size() > 1;
  }

  private void worker() {
    SampleEncoder encoder = new SampleEncoder(target.stores() ? chunks : null, target.stores());
    SampleWorker worker = new SampleWorker(recipe, maker, attendance, encoder);
    try {
      for (Job job = queue.claim(); job != null; job = queue.claim()) {
        SampleWorker.Result result = worker.make(job.index(), Overrides.NONE);
        if (result == null) {
          return;
        }
        if (queue.deliver(new Delivery(job, result.sample(), result.sink()))) {
          drain();
        }
        first.countDown();
      }
    } catch (InterruptedException e) {
      fails(new RunException(Cause.SAMPLE, "interrupted"));
    } catch (Throwable e) {
      fails(e);
    } finally {
      first.countDown();
      working.countDown();
    }
  }

  private void drain() throws RunException {
    boolean broken = true;
    try {
      for (Delivery delivery = queue.next(); delivery != null; delivery = queue.next()) {
        if (append(delivery)) {
          queue.done(delivery);
        } else {
          assembly.abandon();
          queue.rewind(delivery);
        }
      }
      broken = false;
    } finally {
      if (broken) {
        queue.broken();
      }
    }
  }

  private boolean append(Delivery delivery) throws RunException {
    try {
      return assembly.append(delivery);
    } catch (IOException e) {
      throw target.refused(e);
    } catch (RuntimeException | LinkageError e) {
      Snapshot now = instances.current();
      if (!now.complete() || maker.sink(now) != delivery.sink()) {
        return false;
      }
      String at = "sink." + recipe.sink().id();
      throw new RunException(Cause.TARGET, StageFailure.line(at, e));
    }
  }

  private synchronized boolean hasFailed() {
    return failure != null;
  }

  private synchronized void fails(Throwable why) {
    if (failure == null) {
      failure = why;
    }
  }

  private synchronized void rethrow() throws RunException {
    if (failure instanceof RunException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    if (failure != null) {
      throw new IllegalStateException("a worker failed", failure);
    }
  }
}
