package org.variegate.annotator.targets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.Legend;
import org.variegate.formats.FileHash;
import org.variegate.formats.FormatException;
import org.variegate.formats.LegendFile;

/**
 * Which label becomes which target: by a table, or by the legend of the labels at hand.
 *
 * @param table tells the target of each id; the legend does without
 * @param sha256 of the table's file
 */
record Merging(Optional<Legend> table, Optional<String> sha256) {

  /**
   * As an option says.
   *
   * @param file a table, or empty for the legend
   */
  static Merging of(String file) {
    if (file.isBlank()) {
      return new Merging(Optional.empty(), Optional.empty());
    }
    try {
      Path path = Path.of(file);
      return new Merging(Optional.of(LegendFile.read(path)), Optional.of(FileHash.of(path)));
    } catch (FormatException e) {
      throw new IllegalArgumentException("mapping: " + e.getMessage(), e);
    }
  }

  /** The target ids of a legend's entries, in their order. */
  int[] targets(Legend legend) {
    int[] targets = new int[legend.size()];
    for (int place = 0; place < targets.length; place++) {
      targets[place] = target(legend.labels().get(place));
    }
    return targets;
  }

  private int target(Label label) {
    if (table.isEmpty()) {
      return label.target();
    }
    int place = table.get().place(label.id());
    if (place < 0) {
      throw new IllegalArgumentException(
          "mapping: needs a line for label " + label.id() + " (" + label.name() + "), got none");
    }
    return table.get().labels().get(place).target();
  }

  /**
   * The legend of targets: that of the background first, then in the order of their ids, so that it
   * is the same however the labels' own is ordered.
   *
   * @param legend of the labels
   */
  Legend merged(Legend legend) {
    Legend told = table.orElse(legend);
    int background = told.labels().get(0).target();
    SortedMap<Integer, String> names = new TreeMap<>();
    Map<Integer, Boolean> own = new HashMap<>();
    for (Label label : told.labels()) {
      boolean itself = label.id() == label.target();
      if (itself || !own.getOrDefault(label.target(), false)) {
        names.merge(label.target(), label.name(), (first, name) -> itself ? name : first);
        own.put(label.target(), itself);
      }
    }
    List<Label> labels = new ArrayList<>();
    labels.add(label(background, names.remove(background)));
    names.forEach((id, name) -> labels.add(label(id, name)));
    return new Legend(labels);
  }

  private static Label label(int id, String name) {
    return new Label(id, name, name, id, id);
  }
}
