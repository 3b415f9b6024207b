package org.variegate.species.bike;

/**
 * How a bicycle holds itself, angles in radians.
 *
 * @param lean to the left
 * @param steer to the left
 * @param roll of the wheels forward
 * @param crank of the right crank down from forward
 * @param stand whether the kick stand is out
 * @param look of the rider's head to the left
 */
record Stance(double lean, double steer, double roll, double crank, boolean stand, double look) {
  static final Stance REST = new Stance(0, 0, 0, 0, false, 0);

  /** The same after the wheels have rolled on, the crank by as many times less as the gear says. */
  Stance rolled(double angle, double gear) {
    return new Stance(lean, steer, roll + angle, crank + angle / gear, stand, look);
  }
}
