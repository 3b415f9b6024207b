package org.variegate.species.car;

import java.util.List;
import java.util.Map;
import org.variegate.scene.Genome;

/** Genes that are words. */
final class Words {
  static final Map<String, List<String>> ALL =
      Map.of(
          "lamps", List.of("slim", "swept", "block", "round", "twin"),
          "grille", List.of("bar", "wide", "shield", "upright", "kidneys", "classic"),
          "tail", List.of("wide", "block", "tall", "round", "strip"),
          "rim", List.of("spokes", "twin", "mesh", "steel"),
          "plate", List.of("european", "american"),
          "back", List.of("deck", "hatch", "bed"),
          "paint", Paint.NAMES,
          "second", Paint.NAMES,
          "rimPaint", Paint.NAMES);

  private Words() {}

  /** Whether a gene is a word. */
  static boolean is(Genome genome, String gene, String word) {
    return ALL.get(gene).get((int) genome.gene(gene)).equals(word);
  }

  /** Whether a gene that is 0 or 1 is 1. */
  static boolean has(Genome genome, String gene) {
    return genome.gene(gene) > 0.5;
  }
}
