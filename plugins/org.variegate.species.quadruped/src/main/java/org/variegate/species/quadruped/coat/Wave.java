package org.variegate.species.quadruped.coat;

/** A sine by a polynomial, to 1e-3: the same bits everywhere, and quick. */
final class Wave {
  private Wave() {}

  static double sin(double radians) {
    double turns = radians * (1 / (2 * Math.PI));
    double t = 2 * (turns - Math.floor(turns + 0.5));
    double y = 4 * t * (1 - Math.abs(t));
    return y * (0.775 + 0.225 * Math.abs(y));
  }
}
