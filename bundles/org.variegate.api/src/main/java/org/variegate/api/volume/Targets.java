package org.variegate.api.volume;

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
   * it is; if there is none, {@code target 7}.
   *
   * @param legend of all its samples
   * @return facts
   */
  public static Map<String, Object> facts(Legend legend) {
    Map<String, Object> facts = new TreeMap<>();
    for (int place = 0; place < legend.size(); place++) {
      int target = legend.labels().get(place).target();
      int partner = legend.labels().get(legend.partner(place)).target();
      int own = legend.place(target);
      String name = own < 0 ? "target " + target : legend.labels().get(own).name();
      if (facts.putIfAbsent(NAME + target, name) == null && partner != target) {
        facts.put(PARTNER + target, partner);
      }
    }
    return facts;
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
