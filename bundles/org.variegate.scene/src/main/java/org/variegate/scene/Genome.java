package org.variegate.scene;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that makes an individual what it is.
 *
 * @param breed region of genome space it comes from, such as {@code siamese}
 * @param genes values by name, in the order of their names
 */
public record Genome(String breed, SortedMap<String, Double> genes) {
  /** Takes a copy. */
  public Genome {
    genes = Collections.unmodifiableSortedMap(new TreeMap<>(genes));
  }

  /**
   * A genome of these values.
   *
   * @param breed region of genome space
   * @param genes values by name
   */
  public Genome(String breed, Map<String, Double> genes) {
    this(breed, new TreeMap<>(genes));
  }

  /**
   * A gene.
   *
   * @param name its name
   * @return its value
   * @throws IllegalArgumentException if there is no such gene
   */
  public double gene(String name) {
    Double value = genes.get(name);
    if (value == null) {
      throw new IllegalArgumentException("gene: needs one of " + genes.keySet() + ", got " + name);
    }
    return value;
  }
}
