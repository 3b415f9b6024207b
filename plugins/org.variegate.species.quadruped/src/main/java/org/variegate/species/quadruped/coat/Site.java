package org.variegate.species.quadruped.coat;

import org.variegate.species.quadruped.anatomy.Anatomy;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.anatomy.HeadFrame;
import org.variegate.species.quadruped.anatomy.Traits;
import org.variegate.species.quadruped.field.Vec;

/** A point of the coat in rest, in the coordinates that markings are drawn in. Used again. */
final class Site {
  private final HeadFrame frame;
  private final double hipHeight;
  private final double trunk;
  private final Vec tail;
  private final double tailSlope;
  private final Lattice noise;

  /** Which part it belongs to. */
  Part part;

  /** Left, up, forward. */
  double px;

  double py;
  double pz;

  /** Along the trunk: 0 at the hip, 1 at the shoulder. */
  double along;

  /** Above the hip's height, in fifths of the unit: about -1 at the belly, 0.8 at the back. */
  double above;

  /** Height over the ground, 1 at the hip. */
  double height;

  /** In the head: forward, left, up, and the distance from its middle plane. */
  double f;

  double l;
  double u;
  double side;

  /** 1 on the head, 0 off it. */
  double head;

  /** 1 on the tail, 0 off it. */
  double tailness;

  /** Slow and quick noise, about -1 to 1. */
  double low;

  double mid;

  Site(Anatomy anatomy, Lattice noise) {
    frame = anatomy.head();
    hipHeight = anatomy.joints().at(Bone.PELVIS).y();
    trunk = Traits.TRUNK * anatomy.traits().of("trunk");
    tail = anatomy.joints().at(Bone.TAIL_1);
    tailSlope = anatomy.traits().cat() ? 0.3 : 0.45;
    this.noise = noise;
  }

  void move(Part newPart, double x, double y, double z) {
    part = newPart;
    px = x;
    py = y;
    pz = z;
    along = z / trunk;
    above = (y - hipHeight) / 0.2;
    height = y / hipHeight;
    Vec h = frame.of(new Vec(x, y, z));
    f = h.z();
    l = h.x();
    u = h.y();
    side = Math.abs(l);
    head = part == Part.BODY ? ramp(-1.0, -0.5, f - 0.3 * u) * ramp(-1.35, -0.95, u + 0.25 * f) : 1;
    double off = y - (tail.y() + tailSlope * (z - tail.z()));
    tailness = part == Part.BODY ? ramp(0, -0.06, z - tail.z()) * ramp(-0.22, -0.12, off) : 0;
    low = noise.fractal(x, y, z, 4, 3, 0);
    mid = noise.fractal(x, y, z, 11, 3, 1);
  }

  Lattice noise() {
    return noise;
  }

  boolean ear() {
    return part == Part.EAR_INSIDE || part == Part.EAR_OUTSIDE;
  }

  /** 1 on the trunk, neck and legs, 0 on head and ears. */
  double body() {
    return 1 - head;
  }

  /** 1 on the face, 0 on ears and elsewhere. */
  double face() {
    return ear() ? 0 : head;
  }

  /** Rises smoothly from 0 at a to 1 at b, or falls if b is below a. */
  static double ramp(double a, double b, double x) {
    double t = (x - a) / (b - a);
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return t * t * (3 - 2 * t);
  }
}
