package org.variegate.species.quadruped.motion;

import static org.variegate.species.quadruped.motion.Chance.normal;
import static org.variegate.species.quadruped.motion.Chance.normals;
import static org.variegate.species.quadruped.motion.Chance.uniform;

import org.variegate.draws.Draws;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.anatomy.Traits;
import org.variegate.species.quadruped.field.Turn;
import org.variegate.species.quadruped.field.Vec;

/** Ways to be still. */
final class Poses {
  private static final boolean[] SIDES = {false, true};

  private Poses() {}

  private static double trunkLength(Body b) {
    return Traits.TRUNK * b.t.of("trunk");
  }

  /** Hip and shoulder at heights, the trunk straight. */
  private static void level(Body b, double hip, double shoulder) {
    Vec rest = b.rest(Bone.CHEST).minus(b.rest(Bone.PELVIS));
    double restPitch = StrictMath.asin(rest.y() / rest.length());
    double slope = Math.max(-0.9, Math.min(0.9, (shoulder - hip) / rest.length()));
    double pitch = StrictMath.asin(slope) - restPitch;
    b.trunk(new Vec(0, hip, 0), pitch, pitch, pitch);
  }

  static void stand(Body b, Draws d) {
    double[] s = normals(d, "sway", 1, 3);
    double leg = b.t.of("leg");
    double crouch = 1 - 0.03 * Math.abs(s[0]);
    level(b, leg * crouch, b.rest(Bone.CHEST).y() * (crouch - 0.01));
    b.curl(0.06 * s[1], 0.06 * s[1], 0.03 * s[2]);
    feet(b, d);
    b.look(d, -0.25, 0.45);
    b.carried(d);
    b.expression(d);
  }

  private static void feet(Body b, Draws d) {
    double[] ahead = normals(d, "feet", 0.045, 4);
    for (boolean right : SIDES) {
      b.stand(false, right, ahead[right ? 1 : 0], 0, 0);
      b.stand(true, right, ahead[right ? 3 : 2] - 0.01, 0.01, 0);
    }
  }

  /** Stands and looks far round or up. */
  static void look(Body b, Draws d) {
    double leg = b.t.of("leg");
    level(b, leg * 0.99, b.rest(Bone.CHEST).y() * 0.985);
    double yaw = normal(d, "head-yaw", 0.75);
    b.curl(0.08 * yaw, 0.1 * yaw, 0.12 * yaw);
    feet(b, d);
    b.head(
        uniform(d, "neck", -0.3, 0.2),
        yaw,
        uniform(d, "head-pitch", -0.6, 0.3),
        normal(d, "head-roll", 0.18));
    b.carried(d);
    b.expression(d);
  }

  static void sit(Body b, Draws d) {
    seated(b, uniform(d, "upright", 0.94, 1.06));
    double[] f = normals(d, "feet", 0.02, 2);
    double out = uniform(d, "haunches", 0.03, 0.08);
    for (boolean right : SIDES) {
      b.haunch(right, 0.16 + 0.5 * b.paw, out, 0.7);
      b.stand(false, right, 0.02 + f[right ? 1 : 0], -0.01, 0);
    }
    finishSitting(b, d);
  }

  private static void finishSitting(Body b, Draws d) {
    b.look(d, -0.6, 0.1);
    b.tailDown(uniform(d, "tail-bend", -2.4, 2.4));
    b.expression(d);
  }

  /** Trunk upright as far as the forelegs reach: pelvis most, back least. */
  private static void seated(Body b, double upright) {
    double hip = 0.92 * b.t.of("pelvis") + 0.03;
    double wanted = b.rest(Bone.LEFT_UPPER_ARM).y() * (b.cat ? 1.13 : 1.03) * upright;
    double low = 0;
    double high = 1.3;
    for (int i = 0; i < 20; i++) {
      double q = (low + high) / 2;
      b.trunk(new Vec(0, hip, 0), (b.cat ? 1.5 : 1.25) * q, q, (b.cat ? 0.55 : 0.65) * q);
      if (b.rig.at(Bone.LEFT_UPPER_ARM).y() < wanted) {
        low = q;
      } else {
        high = q;
      }
    }
  }

  /** Sits and holds up a paw. */
  static void paw(Body b, Draws d) {
    seated(b, 1.02);
    boolean rightUp = d.chance("right", 0.5);
    double height = uniform(d, "height", 0.1, 0.3) * b.t.of("leg") / 0.5;
    for (boolean right : SIDES) {
      b.haunch(right, 0.16 + 0.5 * b.paw, 0.05, 0.7);
      boolean up = right == rightUp;
      b.stand(false, right, up ? 0.16 : 0.02, up ? 0.02 : -0.02, up ? height : 0);
    }
    finishSitting(b, d);
  }

  private static double lying(Body b) {
    return b.t.of("chest") * (0.82 + b.t.of("deep")) + 0.01;
  }

  static void lie(Body b, Draws d) {
    double turn = normal(d, "curl", 0.10);
    level(b, 0.88 * b.t.of("pelvis") + 0.01, lying(b));
    b.curl(turn, turn, turn);
    lieDown(b, uniform(d, "reach", -0.02, 0.06), uniform(d, "inward", -0.1, 0.35));
    b.look(d, -0.15, 0.5);
    b.tailDown(uniform(d, "tail-bend", -2.4, 2.4));
    b.expression(d);
  }

  private static void lieDown(Body b, double reach, double inward) {
    for (boolean right : SIDES) {
      b.rest(right, reach, inward);
      b.haunch(right, 0.17, 0.07, 0.12);
    }
  }

  /** Curled up, eyes shut, chin on the ground. */
  static void sleep(Body b, Draws d) {
    double side = d.chance("left", 0.5) ? 1 : -1;
    double curl = side * uniform(d, "curl", 0.15, 0.5);
    level(b, 0.85 * b.t.of("pelvis"), lying(b) * 0.92);
    b.curl(curl, curl, curl);
    lieDown(b, -0.02, 0.5);
    double chin = b.t.of("head") * (b.cat ? 1.0 : 0.95);
    double drop = b.rig.at(Bone.HEAD).y() - chin;
    double lower = Math.min(1.25, drop / b.rest(Bone.HEAD).minus(b.rest(Bone.NECK)).length());
    b.head(Math.max(0.2, lower), curl * 1.6, 0.25, side * uniform(d, "head-roll", 0, 0.4));
    b.tailDown(side * uniform(d, "tail-bend", 1.6, 2.8));
    b.layEars();
    b.lids(1);
  }

  /** On the side, legs stretched out. */
  static void sprawl(Body b, Draws d) {
    double side = d.chance("left", 0.5) ? 1 : -1;
    double[] feet = normals(d, "feet", 0.07, 4);
    stand(b, d.child("body"));
    Turn over = Turn.roll(side * 1.42);
    Rolled.roll(b, over, 0.95 * b.t.of("chest"), feet);
    b.head(0.35, -0.2 * side, 0.1, side * uniform(d, "head-roll", 0.5, 1.1));
    b.lids(d.chance("asleep", 0.5) ? 1 : 0.2);
  }

  /** Chest down, hips up: a dog asks to play, a cat stretches. */
  static void bow(Body b, Draws d) {
    double low = uniform(d, "depth", 0.0, 0.4);
    double lying = lying(b) + 0.02;
    double standing = b.rest(Bone.CHEST).y();
    double trunk = trunkLength(b);
    double shoulder = Math.max(lying + low * (standing - lying), b.t.of("leg") - 0.62 * trunk);
    level(b, b.t.of("leg") * 0.98, shoulder);
    for (boolean right : SIDES) {
      b.rest(right, 0.06, 0);
      b.stand(true, right, -0.02, 0.02, 0);
    }
    b.look(d, -0.1, 0.3);
    b.tail(uniform(d, "tail-raise", 0.6, 1.8), 0.5, normal(d, "tail-swing", 1));
    b.expression(d);
  }

  /** Low on bent legs, head forward. */
  static void crouch(Body b, Draws d) {
    double depth = uniform(d, "depth", 0.55, 0.8);
    level(b, b.t.of("leg") * depth * 1.05, b.rest(Bone.CHEST).y() * depth);
    feet(b, d);
    b.head(
        uniform(d, "neck", 0.3, 0.75),
        normal(d, "head-yaw", 0.3),
        uniform(d, "head-pitch", -0.1, 0.2),
        0);
    b.tail(uniform(d, "tail-raise", -0.1, 0.4), 0, normal(d, "tail-swing", 1));
    b.expression(d);
  }
}
