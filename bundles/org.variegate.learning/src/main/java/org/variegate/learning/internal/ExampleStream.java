package org.variegate.learning.internal;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongUnaryOperator;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;

/**
 * Examples in order, made ahead by some workers. At most so many are under way. Used by one thread.
 */
final class ExampleStream implements AutoCloseable {
  private static final long GRACE_SECONDS = 2;

  private final Examples examples;
  private final LongUnaryOperator order;
  private final long end;
  private final int ahead;
  private final ExecutorService workers;
  private final ArrayDeque<Future<Item>> pending = new ArrayDeque<>();
  private long next;
  private long waited;

  /**
   * A stream.
   *
   * @param examples what makes them
   * @param order position to index of the sample
   * @param from the first position
   * @param end the position after the last
   * @param workers threads, at least 1
   * @param ahead examples under way at most, at least 1
   */
  ExampleStream(
      Examples examples, LongUnaryOperator order, long from, long end, int workers, int ahead) {
    this.examples = examples;
    this.order = order;
    this.next = from;
    this.end = end;
    this.ahead = ahead;
    AtomicInteger number = new AtomicInteger();
    this.workers =
        Executors.newFixedThreadPool(
            workers,
            task -> {
              Thread thread = new Thread(task, "variegate-worker-" + number.getAndIncrement());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * The next example; waits for it.
   *
   * @return null at the end
   * @throws RunException if a stage stays away
   */
  Item take() throws RunException {
    while (next < end && pending.size() < ahead) {
      long index = order.applyAsLong(next++);
      pending.add(workers.submit(() -> examples.of(index)));
    }
    if (pending.isEmpty()) {
      return null;
    }
    long begin = System.nanoTime();
    try {
      return pending.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunException(Cause.SAMPLE, "interrupted");
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      waited += System.nanoTime() - begin;
    }
  }

  private static RunException failure(Throwable cause) {
    if (cause instanceof RunException stopped) {
      return stopped;
    }
    if (cause instanceof Error fatal) {
      throw fatal;
    }
    throw new IllegalStateException("a worker failed", cause);
  }

  /** Nanoseconds in which {@link #take} waited. */
  long waited() {
    return waited;
  }

  @Override
  public void close() {
    workers.shutdownNow();
    try {
      workers.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
