package org.variegate.engine.internal.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a thread is making now: inner pipelines, which outer sources open, find the instances of
 * their sample here.
 */
final class Making {
  private Snapshot snapshot;
  private String path = "";
  private final Map<String, String> inputs = new LinkedHashMap<>();

  void begin(Snapshot now) {
    snapshot = now;
    path = "";
    inputs.clear();
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

  /** Notes a file that the stage at work reads. */
  void reads(String name, String sha256) {
    String input = path + "/" + name;
    String before = inputs.putIfAbsent(input, sha256);
    if (before != null && !before.equals(sha256)) {
      throw new IllegalArgumentException("input " + name + ": needs one file, got two");
    }
  }

  /** The files that were read, in that order: the stage's path, a slash and the name, to hash. */
  Map<String, String> inputs() {
    return inputs;
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
