package org.variegate.randomizer.texture;

final class Plant {
  private Plant() {}

  static void add(Catalog.Family plant) {}
}
