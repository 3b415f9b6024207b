package org.variegate.learning.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.variegate.api.task.Measure;

/** Measures as JSON. */
final class Measures {
  private Measures() {}

  /** Name to value, or to value and interval. */
  static Map<String, Object> tree(List<Measure> measures) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Measure measure : measures) {
      boolean alone = Double.isNaN(measure.low()) || Double.isNaN(measure.high());
      tree.put(
          measure.name(),
          alone ? measure.value() : List.of(measure.value(), measure.low(), measure.high()));
    }
    return tree;
  }
}
