package org.variegate.species.quadruped.coat;

import org.variegate.species.quadruped.anatomy.Traits;

/** The nose: where it is in the head, how large, and its colour. */
public final class Nose {
  private Nose() {}

  /** Forward and up of its middle. */
  public static double[] place(Traits t) {
    double muzzle = t.of("muzzle");
    return t.cat()
        ? new double[] {.82 + .8 * muzzle + .125, -.20}
        : new double[] {.72 + muzzle + .34 * t.of("muzzleWidth"), -.17 + t.of("upturn")};
  }

  /** Radii forward, left, up. */
  public static double[] radii(Traits t) {
    if (t.cat()) {
      return new double[] {.08, .125, .085};
    }
    double s = t.of("muzzleWidth") / .44 * .95;
    return new double[] {.15 * s, .215 * s, .165 * s};
  }

  /** Its colour, linear. */
  public static double[] color(Traits t) {
    Pigment pigment = Pigment.values()[t.index("color")];
    if (!t.cat()) {
      return pigment == Pigment.CHOCOLATE
          ? new double[] {.08, .035, .025}
          : new double[] {.02, .018, .018};
    }
    Pattern pattern = Pattern.values()[t.index("pattern")];
    boolean pink =
        switch (pigment) {
          case WHITE, CREAM, ORANGE, PINK -> true;
          default -> pattern == Pattern.BICOLOR || pattern == Pattern.CALICO;
        };
    if (pink && pattern != Pattern.POINTS) {
      return new double[] {.55, .27, .23};
    }
    boolean brick = pigment == Pigment.BROWN || pigment == Pigment.SILVER;
    return brick && t.index("nose") == 1
        ? new double[] {.34, .14, .11}
        : new double[] {.05, .03, .03};
  }
}
