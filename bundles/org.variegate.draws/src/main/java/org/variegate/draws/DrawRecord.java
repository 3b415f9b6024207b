package org.variegate.draws;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All draws of one sample in the order they were made: full name to value.
 *
 * <p>A value is a {@link Double}, a {@link Boolean}, an {@link Integer} (an index), a {@code
 * double[]} or a {@link String} (a choice, or for a field the word {@code field} and its key). A
 * full name is the stage's id, the parts' names and the draw's name, joined by dots: {@code
 * occluder.shape[2].radius}.
 */
public final class DrawRecord {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /**
   * What was drawn so far.
   *
   * @return a view, not a copy
   */
  public Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Forgets all draws, for another sample or another attempt. */
  public void clear() {
    values.clear();
  }

  void add(String path, Object value) {
    if (values.putIfAbsent(path, value) != null) {
      throw new IllegalStateException(
          path + ": drawn twice; draw several values at once, or from a child for each");
    }
  }
}
