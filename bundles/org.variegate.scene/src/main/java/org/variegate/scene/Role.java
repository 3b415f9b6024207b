package org.variegate.scene;

/** What an instance is in the scene for. */
public enum Role {
  /** What the picture is of: it has a class. */
  SUBJECT,
  /** What the subject stands on. */
  GROUND,
  /** Walls and whatever else stands around without a class. */
  SURROUNDING,
  /** May stand between the camera and the subject. */
  OCCLUDER,
  /** Stands elsewhere. */
  DISTRACTOR
}
