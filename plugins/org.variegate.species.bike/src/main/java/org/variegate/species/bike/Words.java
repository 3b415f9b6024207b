package org.variegate.species.bike;

import java.util.List;
import java.util.Map;
import org.variegate.scene.Genome;

/** Genes that are words. */
final class Words {
  static final Map<String, List<String>> ALL =
      Map.ofEntries(
          Map.entry("frame", List.of("diamond", "step", "swan", "mixte", "arch")),
          Map.entry("fork", List.of("rigid", "suspension")),
          Map.entry("bar", List.of("flat", "drop", "swept", "cruiser", "bmx")),
          Map.entry("brake", List.of("rim", "disc", "hub")),
          Map.entry("tread", List.of("smooth", "knobs")),
          Map.entry("guard", List.of("none", "guards", "clip")),
          Map.entry("carry", List.of("none", "rack", "panniers", "seat", "box")),
          Map.entry("basket", List.of("none", "wicker", "wire")),
          Map.entry("chain", List.of("open", "guard", "case")),
          Map.entry("head", List.of("hair", "helmet", "cap")),
          Map.entry("paint", Paint.NAMES),
          Map.entry("accent", Paint.NAMES),
          Map.entry("forkPaint", Paint.NAMES),
          Map.entry("tyrePaint", Paint.NAMES),
          Map.entry("wallPaint", Paint.NAMES),
          Map.entry("rimPaint", Paint.NAMES),
          Map.entry("partPaint", Paint.NAMES),
          Map.entry("saddlePaint", Paint.NAMES),
          Map.entry("shirt", Paint.NAMES),
          Map.entry("trousers", Paint.NAMES),
          Map.entry("shoes", Paint.NAMES),
          Map.entry("hairPaint", Paint.NAMES),
          Map.entry("helmet", Paint.NAMES),
          Map.entry("bag", Paint.NAMES),
          Map.entry("basketPaint", Paint.NAMES));

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
