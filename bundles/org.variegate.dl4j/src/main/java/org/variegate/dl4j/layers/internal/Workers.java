package org.variegate.dl4j.layers.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** As many threads as the natives have, for kernels in Java. */
public final class Workers {
  private static ExecutorService others;
  private static int threads = 1;

  private Workers() {}

  /**
   * Says how many there are, once.
   *
   * @param count 1 or more, the caller's included
   */
  public static synchronized void use(int count) {
    threads = count;
    if (count > 1) {
      others =
          Executors.newFixedThreadPool(
              count - 1,
              task -> {
                Thread thread = new Thread(task, "learning");
                thread.setDaemon(true);
                return thread;
              });
    }
  }

  /** Does something for 0 to count - 1, each on one thread, in no order. */
  static void each(int count, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    Runnable share =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            work.accept(i);
          }
        };
    List<Future<?>> shares = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, count); i++) {
      shares.add(others.submit(share));
    }
    share.run();
    for (Future<?> other : shares) {
      await(other);
    }
  }

  private static void await(Future<?> other) {
    try {
      other.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
