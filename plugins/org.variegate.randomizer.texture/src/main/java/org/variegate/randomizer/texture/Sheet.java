package org.variegate.randomizer.texture;

final class Sheet {
  private Sheet() {}

  static void add(Catalog.Family sheet) {}
}
