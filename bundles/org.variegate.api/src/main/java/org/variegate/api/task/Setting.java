package org.variegate.api.task;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a network is for.
 *
 * @param facts what the stages of its pipeline {@linkplain org.variegate.api.Stage#facts tell} of
 *     the data, such as the classes
 * @param seed of its first weights and of what it leaves out at random
 * @param threads that compute a step, at least 1; sums are rounded in an order that depends on it
 */
public record Setting(Map<String, Object> facts, long seed, int threads) {

  /** Keeps a sorted copy of the facts. */
  public Setting {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: needs at least 1, got " + threads);
    }
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }
}
