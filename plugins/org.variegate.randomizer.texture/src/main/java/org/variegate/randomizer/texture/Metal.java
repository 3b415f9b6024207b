package org.variegate.randomizer.texture;

final class Metal {
  private Metal() {}

  static void add(Catalog.Family metal) {}
}
