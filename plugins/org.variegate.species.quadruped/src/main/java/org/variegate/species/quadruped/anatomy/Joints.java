package org.variegate.species.quadruped.anatomy;

import org.variegate.species.quadruped.field.Vec;

/** Where the joints are in rest: standing, head up, tail straight; in the units of the traits. */
public final class Joints {
  private final Vec[] at = new Vec[Bone.COUNT];
  private final Vec tailTip;
  private final Vec[] toes = new Vec[4];

  public Joints(Traits t) {
    double leg = t.of("leg");
    double trunk = Traits.TRUNK * t.of("trunk");
    double chest = t.of("chest");
    Vec hip = new Vec(0, leg, 0);
    Vec shoulder = new Vec(0, leg * (1 + t.of("slope")), trunk);
    double bow = t.of("arch");
    put(Bone.PELVIS, hip);
    put(Bone.LOIN, hip.towards(shoulder, 0.34).plus(0, bow, 0));
    put(Bone.BACK, hip.towards(shoulder, 0.68).plus(0, bow * 0.7, 0));
    put(Bone.CHEST, shoulder);
    Vec neck = shoulder.plus(0, chest * 0.35, 0.07);
    put(Bone.NECK, neck);
    double rise = t.of("neckRise");
    put(
        Bone.HEAD,
        neck.plus(
            0,
            t.of("neck") * StrictMath.sin(rise) + 0.03,
            t.of("neck") * StrictMath.cos(rise) + 0.04));
    tailTip = tail(t, hip);
    for (boolean right : new boolean[] {false, true}) {
      fore(t, right, shoulder, leg, chest);
      hind(t, right, leg);
    }
    head(t);
  }

  private void put(Bone bone, Vec place) {
    at[bone.ordinal()] = place;
  }

  private Vec tail(Traits t, Vec hip) {
    double down = t.cat() ? 0.30 : 0.45;
    double link = t.of("tail") / 5;
    Vec root = hip.plus(0, 0.05, -0.12);
    Vec step = new Vec(0, -link * StrictMath.sin(down), -link * StrictMath.cos(down));
    for (int i = 0; i < 5; i++) {
      put(Bone.tail(i), root.plus(step.times(i)));
    }
    return root.plus(step.times(5));
  }

  private void fore(Traits t, boolean right, Vec shoulder, double leg, double chest) {
    double side = right ? -1 : 1;
    double w = side * chest * (t.cat() ? 0.52 : 0.60);
    double narrow = t.cat() ? 0.68 : 0.88;
    double z = shoulder.z();
    double foot = 0.75 * t.of("paw");
    put(Bone.leg(false, right, 0), new Vec(w * 0.95, shoulder.y() - chest * 0.45, z + 0.06));
    put(Bone.leg(false, right, 1), new Vec(w, 0.55 * leg, z - 0.035));
    put(
        Bone.leg(false, right, 2),
        new Vec(w * (1 + narrow) / 2, 0.20 * leg + 0.3 * foot, z - 0.03));
    put(Bone.leg(false, right, 3), new Vec(w * narrow, foot, z - 0.012));
    toes[right ? 1 : 0] = new Vec(w * narrow, foot * 0.8, z - 0.012 + 1.1 * t.of("paw"));
  }

  private void hind(Traits t, boolean right, double leg) {
    double side = right ? -1 : 1;
    double w = side * t.of("pelvis") * 0.6;
    double foot = 0.75 * t.of("paw");
    put(Bone.leg(true, right, 0), new Vec(w, leg - 0.02, 0));
    put(Bone.leg(true, right, 1), new Vec(w * 1.15, 0.54 * leg, 0.12 * leg + 0.01));
    put(Bone.leg(true, right, 2), new Vec(w * 1.05, 0.29 * leg, -0.22 * leg));
    put(Bone.leg(true, right, 3), new Vec(w * (t.cat() ? 0.85 : 1), foot, -0.165 * leg));
    toes[right ? 3 : 2] =
        new Vec(w * (t.cat() ? 0.87 : 1.02), foot * 0.8, -0.165 * leg + 1.1 * t.of("paw"));
  }

  private void head(Traits t) {
    HeadFrame head = new HeadFrame(at(Bone.HEAD), t.of("head"));
    put(Bone.JAW, head.at(0.2, 0, -0.45));
    double[] ear = Ear.base(t);
    double[] eye = eye(t);
    put(Bone.LEFT_EAR, head.at(ear[0], ear[1], ear[2]));
    put(Bone.RIGHT_EAR, head.at(ear[0], -ear[1], ear[2]));
    put(Bone.LEFT_LID, head.at(eye[0], eye[1], eye[2]));
    put(Bone.RIGHT_LID, head.at(eye[0], -eye[1], eye[2]));
  }

  /** The left eye's middle in the head: forward, left, up. */
  public static double[] eye(Traits t) {
    return new double[] {t.of("eyeForward"), t.of("eyeApart"), t.of("eyeUp")};
  }

  /** Where a joint is. */
  public Vec at(Bone bone) {
    return at[bone.ordinal()];
  }

  /** Where the tail ends. */
  public Vec tailTip() {
    return tailTip;
  }

  /** Where the toes end. */
  public Vec toes(boolean hind, boolean right) {
    return toes[(hind ? 2 : 0) + (right ? 1 : 0)];
  }
}
