package org.variegate.species.quadruped.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javax.vecmath.Matrix4f;
import org.junit.jupiter.api.Test;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Pose;
import org.variegate.scene.Skeleton;
import org.variegate.species.quadruped.Cat;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.anatomy.Joints;
import org.variegate.species.quadruped.anatomy.Traits;
import org.variegate.species.quadruped.field.Turn;
import org.variegate.species.quadruped.field.Vec;

class RigTest {
  private static final Joints REST =
      new Joints(
          new Traits(
              new Cat().genome(new SampleDraws(1, 1, new DrawRecord(), Overrides.NONE)), true));

  private static double length(Rig rig, Bone bone) {
    return rig.at(bone).minus(rig.at(bone.parent())).length();
  }

  @Test
  void footStandsWhereItShallAndBonesKeepTheirLength() {
    Rig rig = new Rig(REST, 1);
    for (boolean hind : new boolean[] {false, true}) {
      Bone paw = Bone.leg(hind, false, 3);
      Vec ankle = REST.at(Bone.leg(hind, false, 2)).plus(0.01, 0.05, 0.06);
      Vec foot = REST.at(paw).plus(0.01, 0.05, 0.06);
      rig.reach(hind, false, ankle, foot, new Vec(0, 0, hind ? 1 : -1), Turn.NONE);
      assertEquals(0, rig.at(paw).minus(foot).length(), 1e-9);
      for (int i = 1; i < 4; i++) {
        Bone bone = Bone.leg(hind, false, i);
        double rest = REST.at(bone).minus(REST.at(bone.parent())).length();
        assertEquals(rest, length(rig, bone), 1e-9, bone.label());
      }
    }
  }

  @Test
  void kneeBendsTowardsThePole() {
    Rig rig = new Rig(REST, 1);
    Vec ankle = REST.at(Bone.LEFT_METATARSUS).plus(0, 0.1, 0.05);
    Vec foot = REST.at(Bone.LEFT_TOES).plus(0, 0.1, 0.05);
    rig.reach(true, false, ankle, foot, Vec.FORWARD, Turn.NONE);
    Vec middle = rig.at(Bone.LEFT_THIGH).towards(ankle, 0.5);
    assertEquals(1, Math.signum(rig.at(Bone.LEFT_SHANK).z() - middle.z()));
  }

  @Test
  void outOfReachALegIsStraight() {
    Rig rig = new Rig(REST, 1);
    Vec ankle = REST.at(Bone.LEFT_PASTERN).plus(0, -5, 0);
    rig.reach(false, false, ankle, ankle.plus(0, -0.1, 0), Vec.FORWARD.times(-1), Turn.NONE);
    Vec arm = rig.at(Bone.LEFT_FOREARM).minus(rig.at(Bone.LEFT_UPPER_ARM)).unit();
    Vec fore = rig.at(Bone.LEFT_PASTERN).minus(rig.at(Bone.LEFT_FOREARM)).unit();
    assertEquals(1, arm.dot(fore), 0.07);
  }

  /** What the rig says of a joint, the skeleton says of its pose. */
  @Test
  void poseIsTheRigs() {
    Rig rig = new Rig(REST, 0.4);
    rig.root(new Vec(0, 0.4, 0.1), Turn.pitch(-0.4));
    rig.bend(Bone.LOIN, Turn.yaw(0.3));
    rig.bend(Bone.HEAD, Turn.roll(0.2));
    Pose pose = rig.pose();
    Skeleton skeleton = skeleton();
    Matrix4f[] global = skeleton.global(pose);
    for (Bone bone : Bone.values()) {
      Matrix4f m = global[bone.ordinal()];
      Vec at = rig.at(bone).times(0.4);
      assertEquals(0, at.minus(new Vec(m.m03, m.m13, m.m23)).length(), 1e-6, bone.label());
    }
  }

  private static Skeleton skeleton() {
    return new Cat()
        .grow(new Cat().genome(new SampleDraws(1, 1, new DrawRecord(), Overrides.NONE)))
        .skeleton();
  }
}
