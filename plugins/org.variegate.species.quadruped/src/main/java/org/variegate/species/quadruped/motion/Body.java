package org.variegate.species.quadruped.motion;

import static org.variegate.species.quadruped.motion.Chance.normal;
import static org.variegate.species.quadruped.motion.Chance.uniform;

import org.variegate.draws.Draws;
import org.variegate.species.quadruped.anatomy.Anatomy;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.anatomy.Ear;
import org.variegate.species.quadruped.anatomy.Traits;
import org.variegate.species.quadruped.field.Turn;
import org.variegate.species.quadruped.field.Vec;

/** What several poses share: legs that stand or lie, a head that looks, a tail, ears, lids. */
final class Body {
  private static final Vec KNEE = new Vec(0, 0.15, 1);
  private static final Vec ELBOW = new Vec(0, 0, -1);

  final Traits t;
  final Rig rig;
  final double paw;
  final boolean cat;

  /** How long after the moment that was drawn, in s. */
  final double later;

  /** Length of a leg in m. */
  final double leg;

  Body(Anatomy anatomy, double scale, double later) {
    this.later = later;
    t = anatomy.traits();
    cat = t.cat();
    rig = new Rig(anatomy.joints(), scale);
    paw = 0.75 * t.of("paw");
    leg = t.of("leg") * scale;
  }

  private static double side(boolean right) {
    return right ? -1 : 1;
  }

  Vec rest(Bone bone) {
    return rig.rest().at(bone);
  }

  /** Leans the trunk: how far pelvis, loin and back are raised towards the front, radians. */
  void trunk(Vec hip, double pelvis, double loin, double back) {
    rig.root(hip, Turn.pitch(-pelvis));
    rig.bend(Bone.LOIN, Turn.pitch(pelvis - loin));
    rig.bend(Bone.BACK, Turn.pitch(loin - back));
  }

  /** Bends the trunk to the left. */
  void curl(double loin, double back, double chest) {
    rig.bend(Bone.LOIN, Turn.yaw(loin));
    rig.bend(Bone.BACK, Turn.yaw(back));
    rig.bend(Bone.CHEST, Turn.yaw(chest));
  }

  /** Where fore or hind of the trunk faces along the ground. */
  Turn heading(boolean hind) {
    Vec f = rig.turn(hind ? Bone.PELVIS : Bone.BACK).left();
    return Turn.yaw(-StrictMath.atan2(f.z(), f.x()));
  }

  /** A foot on the ground, ahead of and beside where it stands in rest below its own joint. */
  void stand(boolean hind, boolean right, double ahead, double out, double lift) {
    Bone upper = Bone.leg(hind, right, 0);
    Turn heading = heading(hind);
    Vec below = rest(Bone.leg(hind, right, 3)).minus(rest(upper));
    Vec hip = rig.at(upper);
    Vec step = heading.apply(new Vec(below.x() + side(right) * out, 0, below.z() + ahead));
    Vec foot = new Vec(hip.x() + step.x(), paw + lift, hip.z() + step.z());
    Vec shin = rest(Bone.leg(hind, right, 2)).minus(rest(Bone.leg(hind, right, 3)));
    double tilt =
        (lift > 0 ? 2.5 * lift / t.of("leg") : 0) + (hind ? 0.5 : 0.7) * -Math.min(0, ahead);
    Turn sole = heading.after(Turn.pitch(tilt));
    Turn flat = heading.after(Turn.pitch(hind ? -0.9 * ahead : tilt - 0.5 * ahead));
    Vec ankle = foot.plus(flat.apply(shin));
    rig.reach(hind, right, ankle, foot, heading.apply(hind ? KNEE : ELBOW), sole);
  }

  /** A forearm on the ground, the paw ahead. */
  void rest(boolean right, double ahead, double inward) {
    Bone arm = Bone.leg(false, right, 0);
    Turn heading = heading(false);
    Vec s = rig.at(arm);
    double bone = t.of("bone");
    double upper = rest(Bone.leg(false, right, 1)).minus(rest(arm)).length();
    double fore = rest(Bone.leg(false, right, 2)).minus(rest(Bone.leg(false, right, 1))).length();
    double height = 1.25 * bone;
    double drop = Math.min(0.98 * upper, s.y() - height);
    double back = Math.sqrt(upper * upper - drop * drop);
    Vec elbow =
        new Vec(s.x(), s.y() - drop, s.z())
            .plus(heading.apply(new Vec(0.02 * side(right), 0, -back + ahead)));
    Turn in = heading.after(Turn.yaw(-side(right) * inward));
    Vec wrist = elbow.plus(in.apply(new Vec(0, -(elbow.y() - paw), fore)));
    Vec foot = wrist.plus(in.apply(new Vec(0, -0.01, 0.1)));
    rig.reach(false, right, wrist, foot, heading.apply(new Vec(0, -0.3, -1)), in);
  }

  /** A haunch folded, the foot flat on the ground; the knee forward, and up by a share of that. */
  void haunch(boolean right, double ahead, double out, double knee) {
    Turn heading = heading(true);
    Vec h = rig.at(Bone.leg(true, right, 0));
    double shin = rest(Bone.leg(true, right, 2)).minus(rest(Bone.leg(true, right, 3))).length();
    Vec step = heading.apply(new Vec(side(right) * out, 0, ahead));
    Vec foot = new Vec(h.x() + step.x(), paw, h.z() + step.z());
    Vec heel = foot.plus(heading.apply(new Vec(0, 0.012, -0.97 * shin)));
    Vec pole = heading.apply(new Vec(0.4 * side(right), knee, 1));
    rig.reach(true, right, heel, foot, pole, heading.after(Turn.yaw(0.15 * side(right))));
  }

  /**
   * Turns neck and head as the world sees them.
   *
   * @param lower how far the neck is lowered from its rest
   * @param yaw of the head, to the left
   * @param pitch of the head, down
   * @param roll of the head
   */
  void head(double lower, double yaw, double pitch, double roll) {
    Vec f = rig.turn(Bone.CHEST).left();
    double base = -StrictMath.atan2(f.z(), f.x());
    rig.bend(
        Bone.NECK,
        rig.turn(Bone.CHEST).inverse().after(Turn.yaw(base + 0.4 * yaw).after(Turn.pitch(lower))));
    rig.bend(
        Bone.HEAD,
        rig.turn(Bone.NECK)
            .inverse()
            .after(Turn.yaw(base + yaw).after(Turn.pitch(pitch)).after(Turn.roll(roll))));
  }

  /** A head that looks about: yaw ~ N(0, 0.45), roll ~ N(0, 0.1). */
  void look(Draws d, double lowest, double highest) {
    head(
        uniform(d, "neck", lowest, highest),
        normal(d, "head-yaw", 0.45),
        uniform(d, "head-pitch", -0.15, 0.32),
        normal(d, "head-roll", 0.1));
  }

  /** Ears and lids: ears turn a little, and now and then eyes are half shut. */
  void expression(Draws d) {
    double[] ears = Chance.normals(d, "ears", 0.14, 4);
    rig.bend(Bone.LEFT_EAR, Turn.yaw(ears[0]).after(Turn.roll(ears[1])));
    rig.bend(Bone.RIGHT_EAR, Turn.yaw(-ears[2]).after(Turn.roll(-ears[3])));
    lids(Math.max(0, uniform(d, "lids", -2.2, 0.5)));
  }

  /** Spreads hanging ears on the ground beside a head that lies on it. */
  void layEars() {
    if (Ear.of(t) == Ear.DROP) {
      rig.bend(Bone.LEFT_EAR, Turn.roll(0.45));
      rig.bend(Bone.RIGHT_EAR, Turn.roll(-0.45));
    }
  }

  /** Shuts the eyes: 0 open, 1 shut. */
  void lids(double shut) {
    double full = 2 * StrictMath.asin(Math.min(.97, t.of("lid"))) + 0.15;
    rig.bend(Bone.LEFT_LID, Turn.pitch(full * shut));
    rig.bend(Bone.RIGHT_LID, Turn.pitch(full * shut));
  }

  /** A tail in the air: raised at its root, curled upward along, swung to the left. */
  void tail(double raise, double curl, double swing) {
    rig.bend(Bone.TAIL_1, Turn.yaw(-0.4 * swing).after(Turn.pitch(raise)));
    for (int i = 1; i < 5; i++) {
      rig.bend(Bone.tail(i), Turn.yaw(-0.25 * swing).after(Turn.pitch(curl / 4)));
    }
  }

  /** The tail as its genes hold it. */
  void carried(Draws d) {
    double raise = t.gene("tailRaise") + normal(d, "tail-raise", 0.25);
    tail(raise, t.gene("tailCurl"), normal(d, "tail-swing", 0.7));
  }

  /** A tail along the ground, bent to the left by an angle. */
  void tailDown(double bend) {
    Turn heading = heading(true);
    double thick = t.of("tailWidth") * 1.05;
    Vec restLink = rest(Bone.TAIL_2).minus(rest(Bone.TAIL_1));
    double link = restLink.length();
    if (t.gene("tailCurl") > 1.5) {
      tail(t.gene("tailRaise"), t.gene("tailCurl"), 0);
      return;
    }
    for (int i = 0; i < 5; i++) {
      Bone bone = Bone.tail(i);
      double angle = bend * (i + 0.5) / 5;
      double fall = Math.max(-0.8 * link, thick - rig.at(bone).y());
      fall = Math.min(fall, 0.5 * link);
      double flat = Math.sqrt(link * link - fall * fall);
      Vec along = new Vec(flat * StrictMath.sin(angle), fall, -flat * StrictMath.cos(angle));
      Vec direction = heading.apply(along);
      Turn against =
          Turn.frame(
                  direction,
                  heading.apply(new Vec(StrictMath.cos(angle), 0, StrictMath.sin(angle))))
              .after(Turn.frame(restLink, Vec.LEFT).inverse());
      rig.bend(
          bone, bone.parent() == null ? against : rig.turn(bone.parent()).inverse().after(against));
    }
  }
}
