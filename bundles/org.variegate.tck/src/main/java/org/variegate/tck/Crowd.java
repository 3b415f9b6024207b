package org.variegate.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Threads that begin together. */
record Crowd(int threads) {

  static Crowd of(int threads) {
    return new Crowd(threads);
  }

  /** Runs the work once on each thread; the first failure is thrown again. */
  void run(IntConsumer work) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> crowd = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      Thread thread = new Thread(() -> begin(start, () -> work.accept(number)));
      thread.setUncaughtExceptionHandler((t, e) -> failure.compareAndSet(null, e));
      thread.start();
      crowd.add(thread);
    }
    start.countDown();
    for (Thread thread : crowd) {
      thread.join();
    }
    if (failure.get() != null) {
      throw new AssertionError("with " + threads + " threads: " + failure.get(), failure.get());
    }
  }

  private static void begin(CountDownLatch start, Runnable work) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted before it began", e);
    }
    work.run();
  }
}
