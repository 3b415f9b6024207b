package org.variegate.randomizer.texture;

final class Wood {
  private Wood() {}

  static void add(Catalog.Family wood) {}
}
