package org.variegate.randomizer.texture;

final class Unreal {
  private Unreal() {}

  static void add(Catalog.Family unreal) {}
}
