package org.variegate.dl4j;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeftoversTest {
  private static final int COUNT = 5_000;

  @BeforeAll
  static void start() throws BackendException {
    Backend.onClassPath().start(1);
  }

  /** References once JavaCPP's thread, which frees them after a collection, has nothing to do. */
  private static long settled() throws InterruptedException {
    long last = -1;
    for (int i = 0; i < 200 && Pointer.totalCount() != last; i++) {
      last = Pointer.totalCount();
      Thread.sleep(50);
    }
    return last;
  }

  @Test
  void manyAreFreed() throws InterruptedException {
    Leftovers.clear(0); // what other tests left
    long before = settled();
    Leftovers.clear(COUNT); // sees how few there are now
    for (int i = 0; i < COUNT; i++) {
      new FloatPointer(1);
    }
    Leftovers.clear(2 * COUNT);
    assertTrue(settled() > before + COUNT / 2, "few are waited for");
    Leftovers.clear(COUNT / 2);
    assertTrue(settled() < before + COUNT / 10, "many are not");
  }
}
