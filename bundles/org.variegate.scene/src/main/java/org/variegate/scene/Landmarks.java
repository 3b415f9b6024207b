package org.variegate.scene;

import java.util.HashSet;
import java.util.List;

/**
 * The keypoints that all individuals of a species name, whether or not they have what is named.
 *
 * @param names no two alike
 * @param lines pairs of names that a line joins where keypoints are drawn, as along a leg
 */
public record Landmarks(List<String> names, List<List<String>> lines) {
  /** Of models without keypoints. */
  public static final Landmarks NONE = new Landmarks(List.of(), List.of());

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a name stands twice, or a line does not join two names
   */
  public Landmarks {
    names = List.copyOf(names);
    lines = lines.stream().map(List::copyOf).toList();
    if (new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException("names: needs each once, got " + names);
    }
    for (List<String> line : lines) {
      if (line.size() != 2 || !names.containsAll(line) || line.get(0).equals(line.get(1))) {
        throw new IllegalArgumentException("lines: needs two names of " + names + ", got " + line);
      }
    }
  }
}
