package org.variegate.randomizer.texture;

final class Building {
  private Building() {}

  static void add(Catalog.Family building) {}
}
