package org.variegate.species.quadruped.anatomy;

import org.variegate.species.quadruped.field.Field;
import org.variegate.species.quadruped.field.Turn;
import org.variegate.species.quadruped.field.Vec;

/**
 * Trunk, legs and tail; the head is the cat's or the dog's. Proportions from photographs and
 * Infinigen's recipe (Raistrick et al. 2023).
 */
public final class Anatomy {
  private static final Vec BACKWARD = new Vec(0, -0.15, -1);
  private static final Vec SLANT = new Vec(0, -0.7, -0.7);

  private final Traits traits;
  private final Joints joints;
  private final HeadFrame head;
  private final Shapes shapes;
  private final Field field;

  public Anatomy(Traits traits) {
    this.traits = traits;
    joints = new Joints(traits);
    head = new HeadFrame(joints.at(Bone.HEAD), traits.of("head"));
    shapes = new Shapes(head);
    trunk();
    for (boolean right : new boolean[] {false, true}) {
      fore(right);
      hind(right);
    }
    tail();
    neck();
    if (traits.cat()) {
      CatHead.add(shapes, traits);
    } else {
      DogHead.add(shapes, traits);
    }
    field = shapes.field();
  }

  public Traits traits() {
    return traits;
  }

  public Joints joints() {
    return joints;
  }

  public HeadFrame head() {
    return head;
  }

  public Field field() {
    return field;
  }

  private void trunk() {
    double chest = traits.of("chest");
    double belly = traits.of("belly");
    double pelvis = traits.of("pelvis");
    Vec hip = joints.at(Bone.PELVIS);
    Vec loin = joints.at(Bone.LOIN);
    Vec back = joints.at(Bone.BACK);
    Vec shoulder = joints.at(Bone.CHEST);
    double tuck = traits.of("tuck");
    double topline = 0.66 * (hip.y() + pelvis) + 0.34 * (shoulder.y() + chest) + 0.012;
    Vec waist = new Vec(0, Math.max(loin.y() + tuck, topline - belly), loin.z());
    shapes.cone(
        Bone.PELVIS,
        hip.plus(0, 0.02, -0.06),
        hip.plus(0, 0.01, 0.05),
        pelvis * 0.8,
        pelvis,
        0.06,
        BACKWARD);
    shapes.cone(Bone.PELVIS, hip, waist, pelvis, belly, 0.06, BACKWARD);
    shapes.cone(Bone.LOIN, waist, back, belly, chest * 0.97, 0.06, BACKWARD);
    shapes.cone(Bone.BACK, back, shoulder, chest * 0.97, chest * 0.96, 0.06, BACKWARD);
    double deep = -chest * traits.of("deep");
    shapes.cone(
        Bone.BACK,
        back.plus(0, deep, -0.02),
        shoulder.plus(0, deep, 0.01),
        chest * 0.78,
        chest * 0.80,
        0.08,
        BACKWARD);
    if (traits.fat() > 0 || traits.young() > 0.2) {
      double sag = 0.3 * belly * Math.max(traits.fat(), 0.6 * traits.young());
      shapes.ellipsoid(
          Bone.LOIN,
          waist.towards(back, 0.4).plus(0, -sag - 0.25 * belly, 0),
          new Vec(belly * 0.9, belly * 0.8, 0.26),
          Turn.NONE,
          0.06,
          BACKWARD);
    }
  }

  private void fore(boolean right) {
    Bone arm = Bone.leg(false, right, 0);
    Bone forearm = Bone.leg(false, right, 1);
    Bone pastern = Bone.leg(false, right, 2);
    Bone paw = Bone.leg(false, right, 3);
    double chest = traits.of("chest");
    double bone = traits.of("bone");
    double foot = traits.of("paw");
    Vec s = joints.at(arm);
    Vec e = joints.at(forearm);
    Vec w = joints.at(pastern);
    Vec p = joints.at(paw);
    Vec inward = new Vec(-0.22 * s.x(), 0, 0);
    Vec blade = s.plus(-0.15 * s.x(), chest * 0.75, -0.07);
    shapes.cone(Bone.BACK, blade, s, chest * 0.42, chest * 0.48, 0.07, BACKWARD);
    shapes.cone(arm, s.plus(inward), e, chest * 0.50, bone * 1.45, 0.05, SLANT);
    shapes.cone(forearm, e, w, bone * 1.4, bone, 0.025);
    shapes.cone(pastern, w, p, bone, bone * 1.05, 0.02);
    paw(paw, p, joints.toes(false, right), foot);
  }

  private void hind(boolean right) {
    Bone thigh = Bone.leg(true, right, 0);
    Bone shank = Bone.leg(true, right, 1);
    Bone metatarsus = Bone.leg(true, right, 2);
    Bone toes = Bone.leg(true, right, 3);
    double bone = traits.of("bone");
    double girth = traits.of("thigh");
    Vec h = joints.at(thigh);
    Vec k = joints.at(shank);
    Vec a = joints.at(metatarsus);
    Vec f = joints.at(toes);
    shapes.cone(thigh, h, k, girth, bone * 1.8, 0.05, SLANT);
    Vec buttock = h.plus(0.1 * h.x(), -0.10, -0.05);
    shapes.cone(thigh, h.plus(0, 0, -0.04), buttock, girth * 0.85, girth * 0.62, 0.06, SLANT);
    shapes.cone(thigh, buttock, k.towards(a, 0.45), girth * 0.6, bone * 1.5, 0.05, SLANT);
    shapes.cone(shank, k, k.towards(a, 0.5).plus(0, 0.01, -0.015), bone * 1.75, bone * 1.5, 0.04);
    shapes.cone(shank, k.towards(a, 0.4), a, bone * 1.45, bone * 0.9, 0.03);
    shapes.cone(metatarsus, a, f, bone * 0.92, bone, 0.02);
    paw(toes, f, joints.toes(true, right), foot());
  }

  private double foot() {
    return traits.of("paw") * 0.95;
  }

  /** A pad and four toes. */
  private void paw(Bone bone, Vec from, Vec tip, double size) {
    Vec forward = tip.minus(from);
    shapes.cone(bone, from, from.towards(tip, 0.55), size * 0.72, size * 0.72, 0.02, forward);
    for (int i = 0; i < 4; i++) {
      double across = (i - 1.5) * 0.42 * size;
      double ahead = i == 0 || i == 3 ? 0.66 : 0.84;
      Vec toe = from.towards(tip, ahead).plus(across, -0.18 * size, 0);
      shapes.ellipsoid(
          bone, toe, new Vec(0.27, 0.42, 0.46).times(size), Turn.NONE, 0.12 * size, forward);
    }
  }

  private void tail() {
    double r = traits.of("tailWidth");
    double end = Math.max(traits.of("tailTip"), 0.012 / r);
    for (int i = 0; i < 5; i++) {
      Vec a = joints.at(Bone.tail(i));
      Vec b = i == 4 ? joints.tailTip() : joints.at(Bone.tail(i + 1));
      double ra = i == 0 ? 1.25 * r : r * (1 + (end - 1) * i / 5.0);
      shapes.cone(Bone.tail(i), a, b, ra, r * (1 + (end - 1) * (i + 1) / 5.0), 0.008);
    }
  }

  private void neck() {
    double chest = traits.of("chest");
    double width = traits.of("neckWidth");
    Vec shoulder = joints.at(Bone.CHEST);
    Vec neck = joints.at(Bone.NECK);
    shapes.cone(Bone.CHEST, shoulder, neck, chest * 0.8, width * 1.12, 0.08, BACKWARD);
    Vec throat = neck.plus(0, -chest * 0.55, 0.02);
    shapes.cone(
        Bone.CHEST,
        shoulder.plus(0, -chest * 0.4, 0.05),
        throat,
        chest * 0.55,
        width * 0.8,
        0.08,
        BACKWARD);
    Vec nape = head.at(-0.15, 0, -0.22);
    shapes.cone(Bone.NECK, neck, nape, width * 1.1, width, 0.07, BACKWARD);
    shapes.cone(
        Bone.NECK, throat, head.at(0.0, 0, -0.45), width * 0.75, width * 0.6, 0.08, BACKWARD);
  }
}
