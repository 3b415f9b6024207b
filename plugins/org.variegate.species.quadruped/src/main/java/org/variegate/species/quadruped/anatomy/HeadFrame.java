package org.variegate.species.quadruped.anatomy;

import org.variegate.species.quadruped.field.Vec;

/**
 * The head's coordinates in rest: forward, left and up from the middle of the skull in its radii.
 *
 * @param origin the middle of the skull
 * @param radius of the skull
 */
public record HeadFrame(Vec origin, double radius) {
  /** A point of the head in the animal's space. */
  public Vec at(double forward, double left, double up) {
    return origin.plus(left * radius, up * radius, forward * radius);
  }

  /** A point of the animal in the head's coordinates: x left, y up, z forward. */
  public Vec of(Vec p) {
    return p.minus(origin).times(1 / radius);
  }
}
