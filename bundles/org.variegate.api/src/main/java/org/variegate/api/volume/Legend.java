package org.variegate.api.volume;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels that a label map may hold, in order. Voxels hold an entry's place in this order, not
 * its id. The first entry is the background. Immutable.
 */
public final class Legend {
  private final List<Label> labels;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Map<String, Integer> tissues = new LinkedHashMap<>();
  private final int[] tissue;
  private final int[] partner;

  /**
   * A legend.
   *
   * @param labels 1 to 65,536 of them, the background first
   * @throws IllegalArgumentException if an id stands twice, a partner is not in the legend, or the
   *     background has another partner than itself: it would change places with it when mirrored
   */
  public Legend(List<Label> labels) {
    this(labels, List.of());
  }

  private Legend(List<Label> labels, List<String> tissueOrder) {
    this.labels = List.copyOf(labels);
    tissueOrder.forEach(name -> tissues.put(name, tissues.size()));
    if (labels.isEmpty() || labels.size() > 1 << 16) {
      throw new IllegalArgumentException("legend: needs 1 to 65536 labels, got " + labels.size());
    }
    tissue = new int[labels.size()];
    partner = new int[labels.size()];
    for (int i = 0; i < tissue.length; i++) {
      Label label = labels.get(i);
      if (places.putIfAbsent(label.id(), i) != null) {
        throw new IllegalArgumentException("legend: needs each id once, got two of " + label.id());
      }
      tissue[i] = tissues.computeIfAbsent(label.tissue(), t -> tissues.size());
    }
    for (int i = 0; i < partner.length; i++) {
      partner[i] = partnerOf(labels.get(i));
    }
    if (partner[0] != 0) {
      throw new IllegalArgumentException(
          "legend: the background, label "
              + labels.get(0).id()
              + ", needs itself as partner, got "
              + labels.get(0).partner());
    }
  }

  private int partnerOf(Label label) {
    Integer place = places.get(label.partner());
    if (place == null) {
      throw new IllegalArgumentException(
          "legend: label " + label.id() + " needs a partner in the legend, got " + label.partner());
    }
    return place;
  }

  /**
   * The legend of a mirrored label map, whose voxels stay as they are: at each place stands the
   * label of the place's partner. Tissues keep their numbers.
   *
   * @return a legend of the same labels in another order
   * @throws IllegalArgumentException if two labels have the same partner
   */
  public Legend mirrored() {
    List<Label> swapped = new ArrayList<>();
    for (int place : partner) {
      swapped.add(labels.get(place));
    }
    return new Legend(swapped, tissues());
  }

  /**
   * The entries.
   *
   * @return in order
   */
  public List<Label> labels() {
    return labels;
  }

  /**
   * The number of entries.
   *
   * @return at least 1
   */
  public int size() {
    return labels.size();
  }

  /**
   * The entry of an id.
   *
   * @param id as in files
   * @return its place, or -1 if there is none
   */
  public int place(int id) {
    return places.getOrDefault(id, -1);
  }

  /**
   * The tissue classes.
   *
   * @return their names, in the order of their numbers
   */
  public List<String> tissues() {
    return List.copyOf(tissues.keySet());
  }

  /**
   * The tissue class of an entry.
   *
   * @param place of the entry
   * @return the class's number, an index into {@link #tissues()}
   */
  public int tissue(int place) {
    return tissue[place];
  }

  /**
   * The same structure on the other side.
   *
   * @param place of an entry
   * @return the partner's place, or its own
   */
  public int partner(int place) {
    return partner[place];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Legend legend && labels.equals(legend.labels);
  }

  @Override
  public int hashCode() {
    return labels.hashCode();
  }
}
