package org.variegate.api.volume;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is told of the targets of a dataset's labels before there is a sample: their numbers, their
 * names, and which of them change places in a mirror.
 *
 * @see org.variegate.api.Stage#facts()
 */
public final class Targets {
  private static final String NAME = "targets: ";
  private static final String PARTNER = "partner of target ";

  private Targets() {}

  /**
   * What a source tells of the targets of its legend. A target has the name of the label whose id
   * it is; if there is none, of the tissue of all its labels, if that is one; else of the label of
   * the least id.
   *
   * @param legend of all its samples
   * @return facts
   */
  public static Map<String, Object> facts(Legend legend) {
    SortedMap<Integer, List<Label>> merged = new TreeMap<>();
    for (Label label : legend.labels()) {
      merged.computeIfAbsent(label.target(), target -> new ArrayList<>()).add(label);
    }
    Map<String, Object> facts = new TreeMap<>();
    merged.forEach(
        (target, labels) -> {
          facts.put(NAME + target, name(target, labels));
          int partner = legend.labels().get(legend.place(labels.get(0).partner())).target();
          if (partner != target) {
            facts.put(PARTNER + target, partner);
          }
        });
    return facts;
  }

  private static String name(int target, List<Label> labels) {
    Label first = labels.stream().min(Comparator.comparingInt(Label::id)).orElseThrow();
    boolean alike = labels.stream().allMatch(label -> label.tissue().equals(first.tissue()));
    return labels.stream()
        .filter(label -> label.id() == target)
        .map(Label::name)
        .findFirst()
        .orElse(alike ? first.tissue() : first.name());
  }

  /**
   * The targets that were told.
   *
   * @param facts of the dataset
   * @return names by number
   */
  public static SortedMap<Integer, String> names(Map<String, Object> facts) {
    SortedMap<Integer, String> names = new TreeMap<>();
    facts.forEach(
        (key, value) -> {
          if (key.startsWith(NAME)) {
            names.put(Integer.valueOf(key.substring(NAME.length())), String.valueOf(value));
          }
        });
    return names;
  }

  /**
   * The same structure on the other side.
   *
   * @param facts of the dataset
   * @param target its number
   * @return the partner's number, or its own
   */
  public static int partner(Map<String, Object> facts, int target) {
    return facts.get(PARTNER + target) instanceof Number partner ? partner.intValue() : target;
  }
}
