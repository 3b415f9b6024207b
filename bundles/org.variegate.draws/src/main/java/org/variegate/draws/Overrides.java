package org.variegate.draws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/**
 * Values that stand in for draws, by full name: a scalar ({@code noise.sigma=3}), one element of
 * several ({@code deformation.rotation[1]=5}) or all of them ({@code deformation.rotation=[0, 5,
 * 0]}). Because no draw depends on another, overriding one leaves all others as they were.
 */
public final class Overrides {
  /** Overrides nothing. */
  public static final Overrides NONE = new Overrides(Map.of());

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private final Map<String, String> values;
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();

  /**
   * Overrides draws by name.
   *
   * @param values full name to value, as typed
   */
  public Overrides(Map<String, String> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /**
   * The names that no draw has asked for so far.
   *
   * @return a sorted copy
   */
  public Set<String> unused() {
    Set<String> unused = new TreeSet<>(values.keySet());
    unused.removeAll(used);
    return unused;
  }

  /**
   * What was typed for a draw that cannot be its value: no number, no item, too many.
   *
   * @return a line each, in the order in which the draws asked
   */
  public List<String> refused() {
    return List.copyOf(refused);
  }

  /** Remembers what cannot be, for a stage may tell it in words of its own. */
  IllegalArgumentException refuse(String message) {
    refused.add(message);
    return new IllegalArgumentException(message);
  }

  /** The value typed for this name, or null. */
  String find(String path) {
    if (values.isEmpty()) {
      return null;
    }
    String value = values.get(path);
    if (value != null) {
      used.add(path);
    }
    return value;
  }

  void applyTo(String path, double[] drawn) {
    if (values.isEmpty()) {
      return;
    }
    String all = find(path);
    if (all != null) {
      replace(path, all, drawn);
    }
    for (int i = 0; i < drawn.length; i++) {
      String one = find(path + "[" + i + "]");
      if (one != null) {
        drawn[i] = number(path + "[" + i + "]", one);
      }
    }
  }

  private void replace(String path, String typed, double[] drawn) {
    String list = typed.strip().replaceAll("^\\[|\\]$", "");
    String[] items = list.isBlank() ? new String[0] : list.split(",");
    if (items.length != drawn.length) {
      throw refuse(
          path + ": needs " + drawn.length + " values such as [1, 2, 3], got '" + typed + "'");
    }
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = number(path, items[i]);
    }
  }

  double number(String path, String typed) {
    if (NUMBER.matcher(typed.strip()).matches()) {
      double number = Double.parseDouble(typed.strip());
      if (Double.isFinite(number)) {
        return number;
      }
    }
    throw refuse(path + ": needs a number, got '" + typed + "'");
  }
}
