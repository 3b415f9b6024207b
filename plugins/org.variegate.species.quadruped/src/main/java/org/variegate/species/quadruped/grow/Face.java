package org.variegate.species.quadruped.grow;

import org.variegate.species.quadruped.anatomy.Anatomy;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.anatomy.DogHead;
import org.variegate.species.quadruped.anatomy.HeadFrame;
import org.variegate.species.quadruped.anatomy.Joints;
import org.variegate.species.quadruped.anatomy.Traits;
import org.variegate.species.quadruped.coat.Coat;
import org.variegate.species.quadruped.coat.Nose;
import org.variegate.species.quadruped.coat.Part;
import org.variegate.species.quadruped.field.Turn;
import org.variegate.species.quadruped.field.Vec;

/** Eyes, lids, nose, tongue and whiskers. */
final class Face {
  private static final int RINGS = 7;
  private static final int SPOKES = 18;

  private final Traits t;
  private final HeadFrame head;
  private final Coat coat;
  private final Parts parts;

  Face(Anatomy anatomy, Coat coat, Parts parts) {
    t = anatomy.traits();
    head = anatomy.head();
    this.coat = coat;
    this.parts = parts;
  }

  void add() {
    for (double side : new double[] {1, -1}) {
      eye(side);
      lid(side);
    }
    nose();
    if (t.gene("mouth") > 0.3) {
      tongue();
    }
    if (t.cat()) {
      whiskers();
    }
  }

  /**
   * A cap of a ball.
   *
   * @param angle from the axis to the rim, radians
   * @param place of a unit vector (left, up, forward along the axis)
   */
  private void cap(Slot slot, double angle, java.util.function.Consumer<Vec> place) {
    int first = parts.vertices();
    for (int r = 0; r <= RINGS; r++) {
      double a = angle * r / RINGS;
      double sin = StrictMath.sin(a);
      for (int s = 0; s <= SPOKES; s++) {
        double b = 2 * Math.PI * s / SPOKES;
        place.accept(new Vec(sin * StrictMath.cos(b), sin * StrictMath.sin(b), StrictMath.cos(a)));
      }
    }
    parts.grid(slot, first, RINGS + 1, SPOKES + 1, true);
  }

  /** The left eye looks a little to the left, as those of hunters do. */
  private Turn gaze(double side) {
    return Turn.yaw(side * (t.cat() ? 0.31 : 0.33));
  }

  private void eye(double side) {
    double[] at = Joints.eye(t);
    Vec centre = head.at(at[0], side * at[1], at[2]);
    double radius = t.of("eye") * head.radius();
    Turn gaze = gaze(side);
    cap(
        Slot.EYE,
        1.75,
        n -> {
          Vec out = gaze.apply(n);
          parts.vertex(centre.plus(out.times(radius)), out);
          parts.uv(.5 - .5 * n.x() * side, .5 - .5 * n.y());
          parts.occlusion(n.y() < .3 ? 1 : .7).bone(Bone.HEAD);
        });
  }

  /** How far the lid's edge stands above the pupil when it is open. */
  static double lidEdge(Traits t) {
    return StrictMath.asin(Math.min(.97, t.of("lid"))) + 0.12;
  }

  /** A shell over the eye, out of sight until it turns down. */
  private void lid(double side) {
    double[] at = Joints.eye(t);
    Vec centre = head.at(at[0], side * at[1], at[2]);
    double radius = 1.03 * t.of("eye") * head.radius();
    double half = 1.25;
    double edge = StrictMath.cos(half) + .06;
    Turn turn = Turn.pitch(-(lidEdge(t) + half));
    Vec front = head.at(at[0] + .1, side * at[1], at[2]);
    double[] rgb = new double[3];
    coat.at(Part.LID, front.x(), front.y(), front.z());
    coat.color(rgb);
    coat.lid(rgb);
    Bone bone = side > 0 ? Bone.LEFT_LID : Bone.RIGHT_LID;
    cap(
        Slot.COAT,
        half,
        n -> {
          Vec out = turn.apply(n);
          parts.vertex(centre.plus(out.times(radius)), out);
          double line = n.z() < edge && n.y() < 0 ? .12 : 1;
          parts
              .color(new double[] {line * rgb[0], line * rgb[1], line * rgb[2]})
              .occlusion(.9)
              .fur(.006, new Vec(0, -1, 0))
              .bone(bone);
        });
  }

  private void nose() {
    double[] at = Nose.place(t);
    double[] radii = Nose.radii(t);
    Vec centre = head.at(at[0], 0, at[1]);
    cap(
        Slot.NOSE,
        2.4,
        n -> {
          double narrow = 1 - .40 * Math.max(0, -n.y());
          Vec p =
              new Vec(n.x() * radii[1] * narrow, n.y() * radii[2], n.z() * radii[0])
                  .times(head.radius());
          Vec normal = new Vec(n.x() / radii[1], n.y() / radii[2], n.z() / radii[0]);
          parts.vertex(centre.plus(p), normal);
          parts
              .uv(.5 - .5 * n.x(), .5 - .5 * n.y())
              .occlusion(n.y() < -.5 ? .6 : .95)
              .bone(Bone.HEAD);
        });
  }

  private void tongue() {
    double tip = .72 + t.of("muzzle");
    double length = .44 + .14 * t.of("mouth");
    int first = parts.vertices();
    int rows = 10;
    for (int i = 0; i < rows; i++) {
      double v = (double) i / (rows - 1);
      double f = tip - .62 + length * 1.7 * v;
      double over = Math.max(0, f - (tip - .1));
      double up = .035 + DogHead.jaw(t, f, 1) - 1.5 * over * over - .5 * over;
      f -= .5 * over * over;
      double half = .22 * t.of("muzzleWidth") / .44 * Math.sqrt(Math.max(0.02, 1 - v * v * v * v));
      for (int j = 0; j < 7; j++) {
        double u = 2.0 * j / 6 - 1;
        Vec p = head.at(f, u * half, up - .05 * u * u);
        parts.vertex(p, new Vec(-.25 * u, 1, .3 + 2.5 * over));
        parts.color(new double[] {.55 - .1 * (1 - Math.abs(u)), .20, .20}).occlusion(.75);
        parts.bone(Bone.JAW);
      }
    }
    parts.grid(Slot.MOUTH, first, rows, 7, true);
  }

  private void whiskers() {
    double muzzle = t.of("muzzle");
    for (double side : new double[] {1, -1}) {
      for (int i = 0; i < 7; i++) {
        Vec root = new Vec(side * .27, -.34 - .05 * (i % 3), .92 + .5 * muzzle);
        Vec along = new Vec(side, .30 - .09 * i, .15 - .03 * i).unit();
        whisker(root, along);
      }
    }
  }

  private void whisker(Vec root, Vec along) {
    int first = parts.vertices();
    int steps = 6;
    Vec wide = along.cross(Vec.FORWARD).unit();
    for (int k = 0; k <= steps; k++) {
      double s = 1.2 * k / steps;
      Vec p = root.plus(along.times(s)).plus(0, -.12 * s * s, -.14 * s * s);
      double half = .0055 * (1 - .85 * k / steps);
      for (double w : new double[] {-half, half}) {
        Vec q = p.plus(wide.times(w));
        parts.vertex(head.at(q.z(), q.x(), q.y()), new Vec(0, .6, .8));
        parts.bone(Bone.HEAD);
      }
    }
    parts.grid(Slot.WHISKER, first, steps + 1, 2, false);
  }
}
