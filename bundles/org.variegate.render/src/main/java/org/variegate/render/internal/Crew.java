package org.variegate.render.internal;

/** Does parts of a work on several threads; which thread does which part changes nothing. */
final class Crew {
  /** A part of the work. */
  interface Part {
    void run(int part);
  }

  private Crew() {}

  /**
   * Does all parts, and returns when they are done.
   *
   * @param parts how many, one thread each; the caller's thread does the first
   * @param work what is done; an exception in any part is thrown again here
   */
  static void run(int parts, Part work) {
    Thread[] threads = new Thread[parts];
    Throwable[] failed = new Throwable[parts];
    for (int i = 1; i < parts; i++) {
      int part = i;
      threads[i] = new Thread(() -> work.run(part), "render-" + i);
      threads[i].setDaemon(true);
      threads[i].setUncaughtExceptionHandler((thread, e) -> failed[part] = e);
      threads[i].start();
    }
    try {
      work.run(0);
    } finally {
      for (int i = 1; i < parts; i++) {
        join(threads[i]);
      }
    }
    for (Throwable e : failed) {
      if (e != null) {
        throw new IllegalStateException("a part of the picture failed: " + e, e);
      }
    }
  }

  /** Waits, even if interrupted: the thread writes to buffers that others get afterwards. */
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
