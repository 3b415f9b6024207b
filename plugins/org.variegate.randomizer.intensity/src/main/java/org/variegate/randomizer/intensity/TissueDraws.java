package org.variegate.randomizer.intensity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.variegate.api.volume.Contrast;
import org.variegate.api.volume.Legend;
import org.variegate.draws.Draws;

/** The tissues of one sample's legend, each with draws of its own. */
final class TissueDraws {
  private final Legend legend;
  private final Draws stage;
  private final List<String> names;
  private final Draws[] draws;

  /**
   * Gives each tissue the child of the stage's draws that is named after it.
   *
   * @throws IllegalArgumentException if two tissues' names differ in nothing that a draw's name can
   *     express
   */
  TissueDraws(Legend legend, Draws stage) {
    this.legend = legend;
    this.stage = stage;
    names = legend.tissues();
    draws = new Draws[names.size()];
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < draws.length; i++) {
      String name = drawName(names.get(i));
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            "legend: needs tissues that differ in letters and digits, got two that read " + name);
      }
      draws[i] = stage.child(name);
    }
  }

  /** A tissue's name with a dash for each character that a draw's name cannot have. */
  static String drawName(String tissue) {
    StringBuilder name = new StringBuilder(tissue.strip());
    for (int i = 0; i < name.length(); i++) {
      if (!isLetter(name.charAt(i)) && !isDigit(name.charAt(i))) {
        name.setCharAt(i, '-');
      }
    }
    return name.isEmpty() || !isLetter(name.charAt(0)) ? "tissue-" + name : name.toString();
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  Draws stage() {
    return stage;
  }

  /** The tissues' names by number. */
  List<String> names() {
    return names;
  }

  /** The draws of a tissue. */
  Draws of(int tissue) {
    return draws[tissue];
  }

  /** The number of the background's tissue. */
  int background() {
    return legend.tissue(0);
  }

  float[] byPlace(float[] byTissue) {
    float[] values = new float[legend.size()];
    for (int place = 0; place < values.length; place++) {
      values[place] = byTissue[legend.tissue(place)];
    }
    return values;
  }

  Contrast.Clusters byPlace(float[][] offsets, int[] pattern, double width) {
    float[][] offsetsByPlace = new float[legend.size()][];
    int[] patternByPlace = new int[legend.size()];
    for (int place = 0; place < patternByPlace.length; place++) {
      offsetsByPlace[place] = offsets[legend.tissue(place)];
      patternByPlace[place] = pattern[legend.tissue(place)];
    }
    return new Contrast.Clusters(offsetsByPlace, patternByPlace, width);
  }
}
