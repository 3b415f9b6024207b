package org.variegate.randomizer.camera;

import java.util.Locale;

/** What the camera looks at. */
enum Target {
  /** All of the subject. */
  WHOLE,
  /** Its head and shoulders. */
  BUST,
  /** Its head. */
  HEAD;

  static Target of(String name) {
    for (Target target : values()) {
      if (target.toString().equals(name)) {
        return target;
      }
    }
    throw new IllegalArgumentException("targets: needs some of whole, bust and head, got " + name);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
