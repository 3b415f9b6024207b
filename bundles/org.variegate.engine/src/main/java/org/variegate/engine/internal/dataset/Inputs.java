package org.variegate.engine.internal.dataset;

import java.util.HashMap;
import java.util.Map;

/** The files that samples are made from. A name stands for the same bytes in all samples. */
public final class Inputs {
  private static final int DIGITS = 12;

  private final Map<String, String> hashes = new HashMap<>();
  private String conflict;

  /**
   * Those of a sample in a manifest.
   *
   * @param line the sample's
   * @return name to SHA-256
   */
  public static Map<String, String> of(Map<String, Object> line) {
    Map<String, String> inputs = new HashMap<>();
    if (line.get("inputs") instanceof Map<?, ?> map) {
      map.forEach((name, sha256) -> inputs.put((String) name, (String) sha256));
    }
    return inputs;
  }

  /**
   * Adds those of a sample or a shard.
   *
   * @param inputs name to SHA-256
   */
  public synchronized void add(Map<String, String> inputs) {
    inputs.forEach(this::add);
  }

  private void add(String name, String sha256) {
    String before = hashes.putIfAbsent(name, sha256);
    if (before != null && !before.equals(sha256) && conflict == null) {
      conflict =
          "input "
              + name
              + " has changed: sha256 is "
              + shortened(before)
              + " in samples that are there, "
              + shortened(sha256)
              + " in others";
    }
  }

  private static String shortened(String sha256) {
    return sha256.substring(0, Math.min(DIGITS, sha256.length())) + "...";
  }

  /**
   * Whether all samples are made from the same files.
   *
   * @return in one line the first that is another, or null
   */
  public synchronized String conflict() {
    return conflict;
  }

  Map<String, String> hashes() {
    return hashes;
  }
}
