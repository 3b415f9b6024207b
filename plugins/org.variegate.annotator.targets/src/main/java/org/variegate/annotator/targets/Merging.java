package org.variegate.annotator.targets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    List<Label> told = table.orElse(legend).labels();
    SortedMap<Integer, List<Label>> merged = new TreeMap<>();
    told.forEach(
        label -> merged.computeIfAbsent(label.target(), t -> new ArrayList<>()).add(label));
    int background = told.get(0).target();
    List<Label> labels = new ArrayList<>();
    labels.add(label(background, merged.remove(background)));
    merged.forEach((target, all) -> labels.add(label(target, all)));
    return new Legend(labels);
  }

  /** Named after the label of its own id, else after the tissue of all, else after the first. */
  private static Label label(int target, List<Label> merged) {
    Label first = merged.stream().min(Comparator.comparingInt(Label::id)).orElseThrow();
    boolean alike = merged.stream().allMatch(label -> label.tissue().equals(first.tissue()));
    String name =
        merged.stream()
            .filter(label -> label.id() == target)
            .map(Label::name)
            .findFirst()
            .orElse(alike ? first.tissue() : first.name());
    return new Label(target, name, name, target, target);
  }
}
