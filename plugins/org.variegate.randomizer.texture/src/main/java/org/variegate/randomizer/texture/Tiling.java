package org.variegate.randomizer.texture;

final class Tiling {
  private Tiling() {}

  static void add(Catalog.Family tile) {}
}
