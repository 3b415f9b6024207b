package org.variegate.species.quadruped.coat;

/** What of the animal a point belongs to. */
public enum Part {
  BODY,
  EYE,
  LID,
  NOSE,
  MOUTH,
  EAR_OUTSIDE,
  EAR_INSIDE,
  WHISKER
}
