package org.variegate.species.quadruped.grow;

/** The materials of an animal, in the order of the model's list. */
enum Slot {
  COAT,
  EYE,
  NOSE,
  MOUTH,
  WHISKER,
  COLLAR
}
