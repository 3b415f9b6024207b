package org.variegate.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CacheTest {
  private final AtomicInteger made = new AtomicInteger();
  private final Cache<Integer, byte[]> cache = new Cache<>(100, b -> b.length);

  private byte[] get(int size) {
    return cache.get(
        size,
        key -> {
          made.incrementAndGet();
          return new byte[key];
        });
  }

  @Test
  void forgetsWhatWasNotAskedForLongest() {
    byte[] forty = get(40);
    get(50);
    assertSame(forty, get(40));
    get(30);
    assertSame(forty, get(40));
    assertEquals(3, made.get());
    get(50);
    assertEquals(4, made.get());
  }

  @Test
  void whatIsTooLargeIsNotKept() {
    get(101);
    get(101);
    assertEquals(2, made.get());
  }

  @Test
  void failuresArePassedOnAndTriedAgain() {
    for (int i = 0; i < 2; i++) {
      assertThrows(
          IllegalStateException.class,
          () ->
              cache.get(
                  1,
                  key -> {
                    throw new IllegalStateException("no");
                  }));
    }
    assertEquals(1, get(1).length);
  }

  @Test
  void isMadeOnceForAllThreads() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Thread first =
        new Thread(
            () ->
                cache.get(
                    7,
                    key -> {
                      begun.countDown();
                      await(go);
                      made.incrementAndGet();
                      return new byte[7];
                    }));
    first.start();
    begun.await();
    Thread second = new Thread(() -> get(7));
    second.start();
    go.countDown();
    first.join();
    second.join();
    assertEquals(1, made.get());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
