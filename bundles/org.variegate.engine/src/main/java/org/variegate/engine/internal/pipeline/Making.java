package org.variegate.engine.internal.pipeline;

/**
 * What a thread is making now: inner pipelines, which outer sources open, find the instances of
 * their sample here.
 */
final class Making {
  private Snapshot snapshot;
  private String path = "";

  void begin(Snapshot now) {
    snapshot = now;
    path = "";
  }

  /** Forgets the instances, so that the class loader of a replaced bundle can be collected. */
  void end() {
    snapshot = null;
  }

  void enters(String stage) {
    path = stage;
  }

  /** The stage that worked last. */
  String path() {
    return path;
  }

  void requireBegun() {
    if (snapshot == null) {
      throw new IllegalStateException(
          "an inner pipeline can be opened only while a sample is made, by its thread");
    }
  }

  Snapshot snapshot() {
    return snapshot;
  }
}
