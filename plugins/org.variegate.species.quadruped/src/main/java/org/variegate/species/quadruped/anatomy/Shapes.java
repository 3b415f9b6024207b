package org.variegate.species.quadruped.anatomy;

import java.util.ArrayList;
import java.util.List;
import org.variegate.species.quadruped.field.Field;
import org.variegate.species.quadruped.field.Primitive;
import org.variegate.species.quadruped.field.Turn;
import org.variegate.species.quadruped.field.Vec;

/**
 * Collects an animal's primitives; what is added to the head is given in the head's coordinates.
 */
final class Shapes {
  private static final Vec BACKWARD = new Vec(0, 0, -1);

  private final List<Primitive> primitives = new ArrayList<>();
  private final HeadFrame head;

  Shapes(HeadFrame head) {
    this.head = head;
  }

  /** A cone whose fur lies from a to b. */
  void cone(Bone bone, Vec a, Vec b, double ra, double rb, double blend) {
    cone(bone, a, b, ra, rb, blend, b.minus(a));
  }

  void cone(Bone bone, Vec a, Vec b, double ra, double rb, double blend, Vec comb) {
    primitives.add(Primitive.cone(a, b, ra, rb, blend, bone.ordinal(), comb));
  }

  void ellipsoid(Bone bone, Vec centre, Vec radii, Turn frame, double blend, Vec comb) {
    primitives.add(Primitive.ellipsoid(centre, radii, frame, blend, bone.ordinal(), comb));
  }

  /** On the head: from (forward, left, up) to another. */
  void headCone(Bone bone, double[] a, double[] b, double ra, double rb, double blend) {
    double r = head.radius();
    cone(
        bone,
        head.at(a[0], a[1], a[2]),
        head.at(b[0], b[1], b[2]),
        ra * r,
        rb * r,
        blend * r,
        BACKWARD);
  }

  /** On both sides of the head: an ellipsoid of radii forward, left, up. */
  void headPair(double[] at, double[] radii, double blend) {
    head(Bone.HEAD, at, radii, blend);
    head(Bone.HEAD, new double[] {at[0], -at[1], at[2]}, radii, blend);
  }

  /** On the head: an ellipsoid of radii forward, left, up. */
  void head(Bone bone, double[] at, double[] radii, double blend) {
    double r = head.radius();
    ellipsoid(
        bone,
        head.at(at[0], at[1], at[2]),
        new Vec(radii[1] * r, radii[2] * r, radii[0] * r),
        Turn.NONE,
        blend * r,
        BACKWARD);
  }

  /** Both eyes' sockets: radii forward, left, up; turned outward by yaw, slanted by roll. */
  void sockets(double[] at, double[] radii, double yaw, double roll, double blend) {
    double r = head.radius();
    Vec size = new Vec(radii[1] * r, radii[2] * r, radii[0] * r);
    for (double side : new double[] {1, -1}) {
      Turn frame = Turn.yaw(side * yaw).after(Turn.roll(side * roll));
      primitives.add(
          Primitive.hollow(
              head.at(at[0], side * at[1], at[2]), size, frame, blend * r, Bone.HEAD.ordinal()));
    }
  }

  Field field() {
    return new Field(primitives);
  }
}
