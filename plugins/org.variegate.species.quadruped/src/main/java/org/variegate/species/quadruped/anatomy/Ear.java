package org.variegate.species.quadruped.anatomy;

/** How ears stand. */
public enum Ear {
  /** Upright, open to the front. */
  ERECT,
  /** Hanging beside the cheeks. */
  DROP,
  /** Upright with tips that fall forward. */
  TIPPED,
  /** Small, folded back. */
  ROSE;

  /** Where the left ear's base is in the head: forward, left, up. */
  static double[] base(Traits t) {
    Ear ear = of(t);
    if (t.cat()) {
      return new double[] {-0.12, 0.52, 0.50};
    }
    return switch (ear) {
      case ERECT -> new double[] {-0.15, 0.46, 0.50};
      case DROP -> new double[] {-0.10, 0.66, 0.42 - 0.35 * t.of("earLow")};
      case TIPPED, ROSE -> new double[] {-0.1, 0.54, 0.54};
    };
  }

  /** An individual's. */
  public static Ear of(Traits t) {
    return values()[t.index("ear")];
  }
}
