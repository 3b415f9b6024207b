package org.variegate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.variegate.pictures.Json;

/** An object as JSON on one line, keys in alphabetical order; what JSON does not have is a text. */
final class JsonLine {
  private JsonLine() {}

  static String of(Map<String, ?> object) {
    return Json.text(plain(object));
  }

  /** A text in quotes. */
  static String quoted(String text) {
    return Json.text(text);
  }

  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, item) -> sorted.put(key.toString(), plain(item)));
      return sorted;
    }
    // a path goes through its names, which are paths
    if (value instanceof Iterable<?> items && !(value instanceof Path)) {
      List<Object> list = new ArrayList<>();
      items.forEach(item -> list.add(plain(item)));
      return list;
    }
    boolean known = value == null || value instanceof Number || value instanceof Boolean;
    return known ? value : value.toString();
  }
}
