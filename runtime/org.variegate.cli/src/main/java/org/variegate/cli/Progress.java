package org.variegate.cli;

import org.variegate.engine.RunListener;

/** Shows how a run goes. */
interface Progress extends RunListener, AutoCloseable {
  @Override
  void close();

  /** How much of the heap is in use, in MB. */
  static long megabytes() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
