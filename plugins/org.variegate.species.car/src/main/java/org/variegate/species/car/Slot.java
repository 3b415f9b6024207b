package org.variegate.species.car;

/** Materials. */
enum Slot {
  PAINT,
  SECOND,
  GLASS,
  BLACK,
  SEAM,
  CHROME,
  GRILLE,
  LAMP,
  BULB,
  TAIL,
  SIGNAL,
  TYRE,
  RIM,
  DISC,
  PLATE,
  BED
}
