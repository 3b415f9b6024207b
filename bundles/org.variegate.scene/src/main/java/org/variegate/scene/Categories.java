package org.variegate.scene;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is told of a dataset's classes before there is a sample: their numbers, and the keypoints
 * that all objects of a class have.
 *
 * @see org.variegate.api.Stage#facts()
 */
public final class Categories {
  /** The fact, true, that a stage tells the keypoints of objects. */
  public static final String KEYPOINTS = "keypoints";

  private static final String CLASS = "categories: class ";
  private static final String NAMES = "keypoints of ";
  private static final String SKELETON = "skeleton of ";

  private Categories() {}

  /**
   * What a source tells of its classes.
   *
   * @param all classes of the dataset, numbered from 1 in alphabetical order
   * @return facts
   */
  public static Map<String, Object> numbered(Collection<String> all) {
    Map<String, Object> facts = new TreeMap<>();
    for (String name : new TreeSet<>(all)) {
      facts.put(CLASS + (facts.size() + 1), name);
    }
    return facts;
  }

  /**
   * What a source tells of the keypoints of a class.
   *
   * @param name of the class
   * @param landmarks of its objects
   * @return facts, none if there are no keypoints
   */
  public static Map<String, Object> keypoints(String name, Landmarks landmarks) {
    return landmarks.names().isEmpty()
        ? Map.of()
        : Map.of(
            NAMES + name,
            List.copyOf(new TreeSet<>(landmarks.names())),
            SKELETON + name,
            landmarks.lines());
  }

  /**
   * The classes that were told.
   *
   * @param facts of the dataset
   * @return names by number
   */
  public static SortedMap<Integer, String> classes(Map<String, Object> facts) {
    SortedMap<Integer, String> classes = new TreeMap<>();
    facts.forEach(
        (key, value) -> {
          if (key.startsWith(CLASS)) {
            classes.put(Integer.valueOf(key.substring(CLASS.length())), String.valueOf(value));
          }
        });
    return classes;
  }

  /**
   * The keypoints of a class.
   *
   * @param facts of the dataset
   * @param name of the class
   * @return names in alphabetical order, in which annotations have them; none if none were told
   */
  public static List<String> keypoints(Map<String, Object> facts, String name) {
    return strings(facts.get(NAMES + name));
  }

  /**
   * The lines between keypoints of a class.
   *
   * @param facts of the dataset
   * @param name of the class
   * @return pairs of places in {@link #keypoints}, from 1
   */
  public static List<List<Integer>> skeleton(Map<String, Object> facts, String name) {
    List<String> keypoints = keypoints(facts, name);
    return facts.get(SKELETON + name) instanceof List<?> lines
        ? lines.stream()
            .map(line -> strings(line).stream().map(end -> keypoints.indexOf(end) + 1).toList())
            .toList()
        : List.of();
  }

  private static List<String> strings(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.toUnmodifiableList())
        : List.of();
  }
}
