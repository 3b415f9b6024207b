package org.variegate.species.bike;

/** Materials. */
enum Slot {
  FRAME,
  ACCENT,
  FORK,
  TYRE,
  WALL,
  RIM,
  METAL,
  PART,
  BLACK,
  SADDLE,
  GRIP,
  RED,
  AMBER,
  LAMP,
  BASKET,
  SKIN,
  SHIRT,
  TROUSERS,
  SHOE,
  HAIR,
  HELMET,
  BAG
}
