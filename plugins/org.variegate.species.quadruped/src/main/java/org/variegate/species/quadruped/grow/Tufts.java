package org.variegate.species.quadruped.grow;

import org.variegate.species.quadruped.anatomy.Traits;
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

  /** Times the width of a lock of the head. */
  private static final double FINE = 0.7;

  /** The least length of fur that hangs. */
  private static final double HANGING = 0.055;

  private final Parts parts;
  private final int vertex;
  private final int seed;
  private final Vec normal;
  private final Vec along;
  private final Vec aside;

  private Tufts(Parts parts, int vertex, int seed) {
    this.parts = parts;
    this.vertex = vertex;
    this.seed = seed;
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
   * @param parts whose first vertices are skin and ears
   * @param skin how many
   * @param traits the individual's
   */
  static void grow(Parts parts, int skin, Traits traits) {
    double scale = parts.scale();
    int seed = traits.index("seed");
    double raise = 0.35 + 0.4 * traits.gene("curl");
    for (int vertex = 0; vertex < skin; vertex++) {
      double fur = parts.fur(vertex);
      if (fur > LONG * scale && parts.place(vertex).y() > 2 * fur) {
        double half = (parts.carrier(vertex).ofHead() ? FINE : 1) * HALF * scale;
        new Tufts(parts, vertex, seed).lock(half, raise, fur > HANGING * scale);
      }
    }
  }

  private double hash(int stream) {
    return Lattice.hash(vertex, 0, stream, seed);
  }

  /** One lock: raised, turned aside and twisted at random, paler at the tip; a long one hangs. */
  private void lock(double half, double raise, boolean hangs) {
    double turned = 0.35 * hash(1);
    double length = 1.25 * parts.fur(vertex) * (1 + 0.3 * hash(2));
    double shade = 1 + 0.15 * hash(3);
    Vec hair =
        along.plus(normal.times(raise * (1 + 0.5 * hash(0)))).plus(aside.times(turned)).unit();
    Vec wide = aside.times(hash(4)).plus(normal.times(hash(5))).minus(along.times(turned));
    wide = wide.length() > 1e-3 ? wide.unit().times(half) : aside.times(half);
    boolean turnedAway = wide.cross(hair).dot(normal) < 0;
    wide = turnedAway ? wide.times(-1) : wide;
    Vec root = normal.times(-0.3 * half);
    int a = parts.copy(vertex, root.minus(wide), .95 * shade);
    int b = parts.copy(vertex, root.plus(wide), .95 * shade);
    Vec end = root.plus(hair.times(length));
    if (hangs) {
      Vec middle = root.plus(hair.times(0.5 * length));
      int c = parts.copy(vertex, middle.minus(wide.times(.8)), shade);
      int d = parts.copy(vertex, middle.plus(wide.times(.8)), shade);
      parts.triangle(Slot.COAT, a, b, c);
      parts.triangle(Slot.COAT, b, d, c);
      a = c;
      b = d;
      end = middle.plus(hair.plus(new Vec(0, -.7, 0)).unit().times(0.5 * length));
    }
    parts.triangle(Slot.COAT, a, b, parts.copy(vertex, end, 1.1 * shade));
  }
}
