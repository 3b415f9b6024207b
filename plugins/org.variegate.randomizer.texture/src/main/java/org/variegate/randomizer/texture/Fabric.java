package org.variegate.randomizer.texture;

final class Fabric {
  private Fabric() {}

  static void add(Catalog.Family fabric) {}
}
