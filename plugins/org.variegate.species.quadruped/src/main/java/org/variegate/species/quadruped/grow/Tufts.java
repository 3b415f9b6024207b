package org.variegate.species.quadruped.grow;

import org.variegate.species.quadruped.coat.Lattice;
import org.variegate.species.quadruped.field.Vec;

/**
 * Locks of longer fur: slivers that stand off the skin along the comb, so that the outline of a
 * long coat is ragged. Short coats have none.
 */
final class Tufts {
  /** The least length of fur that has locks, and half a lock's width at its root. */
  private static final double LONG = 0.020;

  private static final double HALF = 0.008;
  private final Parts parts;
  private final int vertex;
  private final Vec normal;
  private final Vec along;
  private final Vec aside;

  private Tufts(Parts parts, int vertex) {
    this.parts = parts;
    this.vertex = vertex;
    normal = parts.normal(vertex);
    Vec comb = parts.comb(vertex);
    Vec flat = comb.minus(normal.times(comb.dot(normal)));
    along = flat.length() > 1e-3 ? flat.unit() : across(normal);
    aside = normal.cross(along);
  }

  /** A direction at a right angle to another. */
  private static Vec across(Vec n) {
    return n.cross(Math.abs(n.y()) < 0.9 ? new Vec(0, 1, 0) : Vec.FORWARD).unit();
  }

  /**
   * Grows locks.
   *
   * @param parts whose first vertices are skin
   * @param skin how many
   * @param scale from the traits' unit to the parts'
   * @param seed tells individuals apart
   */
  static void grow(Parts parts, int skin, double scale, int seed) {
    for (int vertex = 0; vertex < skin; vertex++) {
      double fur = parts.fur(vertex);
      if (fur > LONG * scale && parts.place(vertex).y() > 2 * fur) {
        new Tufts(parts, vertex).lock(HALF * scale, seed);
      }
    }
  }

  /** One lock: raised, turned aside and twisted at random, paler at the tip. */
  private void lock(double half, int seed) {
    double raised = 0.35 * (1 + 0.5 * Lattice.hash(vertex, 0, 0, seed));
    double turned = 0.35 * Lattice.hash(vertex, 0, 1, seed);
    double length = parts.fur(vertex) * (1 + 0.3 * Lattice.hash(vertex, 0, 2, seed));
    double shade = 1 + 0.15 * Lattice.hash(vertex, 0, 3, seed);
    Vec hair = along.plus(normal.times(raised)).plus(aside.times(turned)).unit();
    Vec wide = aside.times(Lattice.hash(vertex, 0, 4, seed));
    wide = wide.plus(normal.times(Lattice.hash(vertex, 0, 5, seed))).minus(along.times(turned));
    wide = wide.length() > 1e-3 ? wide.unit().times(half) : aside.times(half);
    Vec root = normal.times(-0.3 * half);
    int a = parts.copy(vertex, root.minus(wide), .95 * shade);
    int b = parts.copy(vertex, root.plus(wide), .95 * shade);
    int tip = parts.copy(vertex, root.plus(hair.times(1.25 * length)), 1.1 * shade);
    boolean turnedAway = wide.cross(hair).dot(normal) < 0;
    parts.triangle(Slot.COAT, turnedAway ? b : a, turnedAway ? a : b, tip);
  }
}
