package org.variegate.species.quadruped.motion;

import java.util.ArrayList;
import java.util.List;
import javax.vecmath.Matrix4f;
import org.variegate.scene.Pose;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.anatomy.Joints;
import org.variegate.species.quadruped.field.Turn;
import org.variegate.species.quadruped.field.Vec;

/**
 * The skeleton while it is being posed, in the units of the traits: every bone turned against rest
 * as the animal's space sees it. Parents are to be turned before their children.
 */
final class Rig {
  /** How far a shoulder gives way to a foot out of reach. */
  private static final double GIVE = 0.09;

  private final Joints rest;
  private final double scale;
  private final Vec[] at = new Vec[Bone.COUNT];
  private final Turn[] turn = new Turn[Bone.COUNT];

  Rig(Joints rest, double scale) {
    this.rest = rest;
    this.scale = scale;
    root(rest.at(Bone.PELVIS), Turn.NONE);
  }

  Joints rest() {
    return rest;
  }

  /** Puts the pelvis somewhere, and all other bones after it as they are in rest. */
  void root(Vec place, Turn pelvis) {
    at[0] = place;
    for (Bone bone : Bone.values()) {
      turn(bone, pelvis);
    }
  }

  /** Where a joint is now. */
  Vec at(Bone bone) {
    return at[bone.ordinal()];
  }

  Turn turn(Bone bone) {
    return turn[bone.ordinal()];
  }

  /** Turns one bone against rest, and moves those that follow to where it carries them. */
  void turn(Bone bone, Turn against) {
    turn[bone.ordinal()] = against;
    follow(bone);
    for (Bone child : Bone.values()) {
      if (child.ordinal() > bone.ordinal() && child.parent() != null && turn(child) != null) {
        follow(child);
      }
    }
  }

  private void follow(Bone bone) {
    Bone parent = bone.parent();
    if (parent != null) {
      at[bone.ordinal()] = at(parent).plus(turn(parent).apply(offset(bone)));
    }
  }

  private Vec offset(Bone bone) {
    return rest.at(bone).minus(rest.at(bone.parent()));
  }

  /** Turns a bone, and all that hang on it with it, on top of how its parent is turned. */
  void bend(Bone bone, Turn local) {
    Turn whole = bone.parent() == null ? local : turn(bone.parent()).after(local);
    for (Bone other : Bone.values()) {
      if (hangs(other, bone)) {
        turn[other.ordinal()] = whole;
        follow(other);
      }
    }
  }

  private static boolean hangs(Bone bone, Bone on) {
    for (Bone b = bone; b != null; b = b.parent()) {
      if (b == on) {
        return true;
      }
    }
    return false;
  }

  /**
   * Turns a bone so that its rest direction points elsewhere, its left as near as can be to left.
   */
  void aim(Bone bone, Vec restDirection, Vec direction, Vec left) {
    Turn before = Turn.frame(restDirection, Vec.LEFT);
    turn[bone.ordinal()] = Turn.frame(direction, left).after(before.inverse());
  }

  /**
   * Bends a leg so that its foot stands somewhere (law of cosines).
   *
   * @param hind or fore
   * @param right or left
   * @param ankle where wrist or hock goes, as near as the leg's length allows
   * @param foot where the foot goes, in its direction from the ankle
   * @param pole to which side elbow or knee goes
   * @param sole how the foot is turned
   */
  void reach(boolean hind, boolean right, Vec ankle, Vec foot, Vec pole, Turn sole) {
    Bone upper = Bone.leg(hind, right, 0);
    Bone lower = Bone.leg(hind, right, 1);
    Bone pastern = Bone.leg(hind, right, 2);
    Bone toes = Bone.leg(hind, right, 3);
    Vec upperRest = offset(lower);
    Vec lowerRest = offset(pastern);
    Vec footRest = offset(toes);
    double a = upperRest.length();
    double b = lowerRest.length();
    follow(upper);
    Vec hip = at(upper);
    double far = ankle.minus(hip).length();
    double over = far - 0.985 * (a + b);
    if (over > 0) {
      hip = hip.towards(ankle, Math.min(over, GIVE) / far);
      at[upper.ordinal()] = hip;
    }
    Vec to = ankle.minus(hip);
    double d = Math.min(to.length(), 0.985 * (a + b));
    d = Math.max(d, 1.02 * Math.abs(a - b) + 1e-6);
    Vec u = to.unit();
    double x = (a * a - b * b + d * d) / (2 * d);
    double y = Math.sqrt(Math.max(0, a * a - x * x));
    Vec side = pole.minus(u.times(pole.dot(u))).unit();
    Vec knee = hip.plus(u.times(x)).plus(side.times(y));
    Vec end = hip.plus(u.times(d));
    Vec left = sole.left();
    aim(upper, upperRest, knee.minus(hip), left);
    at[lower.ordinal()] = knee;
    aim(lower, lowerRest, end.minus(knee), left);
    at[pastern.ordinal()] = end;
    Vec down = foot.minus(ankle).unit();
    aim(pastern, footRest, down, left);
    at[toes.ordinal()] = end.plus(down.times(footRest.length()));
    turn[toes.ordinal()] = sole;
  }

  /** The pose in m. */
  Pose pose() {
    List<Matrix4f> local = new ArrayList<>(Bone.COUNT);
    for (Bone bone : Bone.values()) {
      Bone parent = bone.parent();
      Turn frame = parent == null ? Turn.NONE : turn(parent);
      Vec place = parent == null ? at(bone) : frame.undo(at(bone).minus(at(parent)));
      local.add(matrix(frame.inverse().after(turn(bone)), place.times(scale)));
    }
    return new Pose(local);
  }

  private static Matrix4f matrix(Turn t, Vec place) {
    Matrix4f m = new Matrix4f();
    m.m00 = (float) t.left().x();
    m.m10 = (float) t.left().y();
    m.m20 = (float) t.left().z();
    m.m01 = (float) t.up().x();
    m.m11 = (float) t.up().y();
    m.m21 = (float) t.up().z();
    m.m02 = (float) t.forward().x();
    m.m12 = (float) t.forward().y();
    m.m22 = (float) t.forward().z();
    m.m03 = (float) place.x();
    m.m13 = (float) place.y();
    m.m23 = (float) place.z();
    m.m33 = 1;
    return m;
  }
}
