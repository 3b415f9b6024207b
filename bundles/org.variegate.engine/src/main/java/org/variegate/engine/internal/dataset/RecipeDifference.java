package org.variegate.engine.internal.dataset;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds where two resolved recipes would make different data. */
final class RecipeDifference {
  /** What a recipe may say otherwise without changing a sample. */
  private static final Set<String> FREE = Set.of("samples", "failures", "swap");

  private RecipeDifference() {}

  /** The first key that differs, as {@code key is x there, y in the recipe}; null if none does. */
  static String first(String there, String recipe) {
    Map<String, String> before = flat(there);
    Map<String, String> after = flat(recipe);
    Set<String> keys = new LinkedHashSet<>(after.keySet());
    keys.addAll(before.keySet());
    for (String key : keys) {
      if (!Objects.equals(before.get(key), after.get(key))) {
        return key
            + " is "
            + value(before, key)
            + " there, "
            + value(after, key)
            + " in the recipe";
      }
    }
    return null;
  }

  private static String value(Map<String, String> flat, String key) {
    return flat.getOrDefault(key, "not given");
  }

  private static Map<String, String> flat(String yaml) {
    Map<String, String> flat = new LinkedHashMap<>();
    if (DatasetFile.yaml(yaml) instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (!FREE.contains(String.valueOf(key))) {
              flatten(String.valueOf(key), value, flat);
            }
          });
    }
    return flat;
  }

  private static void flatten(String path, Object value, Map<String, String> flat) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach((key, inner) -> flatten(path + "." + key, inner, flat));
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      for (int i = 0; i < list.size(); i++) {
        flatten(path + "[" + i + "]", list.get(i), flat);
      }
    } else {
      flat.put(path, String.valueOf(value));
    }
  }
}
