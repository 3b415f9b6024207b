package org.variegate.species.bike;

import javax.vecmath.Matrix4f;
import org.variegate.scene.Genome;
import org.variegate.scene.Mesh;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;
import org.variegate.scene.shape.Sweeps;

/** The rider's skin and clothes, bone by bone. */
final class Rider {
  private final Genome genome;
  private final Body body;
  private final Rig rig;
  private final Parts parts;
  private final double size;

  private Rider(Genome genome, Body body, Rig rig, Parts parts) {
    this.genome = genome;
    this.body = body;
    this.rig = rig;
    this.parts = parts;
    size = body.stature / Body.ADULT * genome.gene("build");
  }

  static void build(Genome genome, Body body, Rig rig, Parts parts) {
    Rider rider = new Rider(genome, body, rig, parts);
    rider.trunk();
    rider.head();
    rider.arms();
    rider.legs();
  }

  private void put(Joint joint, Slot slot, Mesh mesh, Matrix4f placement) {
    Matrix4f m = new Matrix4f();
    m.mul(rig.rest(joint), placement);
    parts.on(joint).add(slot, mesh, m);
  }

  private void put(Joint joint, Slot slot, Mesh mesh) {
    put(joint, slot, mesh, Placements.at(0, 0, 0));
  }

  /** Up along the spine as a share of it, half the width, half the depth, forward; in m. */
  private void trunk() {
    double[][] sections = {
      {-.24, .06, .06, 0}, {-.20, .125, .10, -.01}, {-.08, .165, .125, -.018},
      {.10, .16, .115, -.006}, {.10, .164, .119, -.006}, {.32, .142, .106, .004},
      {.60, .165, .122, .006}, {.82, .185, .115, -.006}, {.96, .170, .085, -.02},
      {1.04, .10, .07, -.022}, {1.09, .055, .055, -.015}
    };
    put(Joint.TORSO, Slot.TROUSERS, skin(sections, 0, 4));
    put(Joint.TORSO, Slot.SHIRT, skin(sections, 4, sections.length));
    if (Words.has(genome, "backpack")) {
      Mesh bag = Shapes.box(0.28 * size, 0.42 * size, 0.15 * size, 0.05 * size);
      put(Joint.TORSO, Slot.BAG, bag, Placements.at(0, 0.68 * body.torso, -0.19 * size));
    }
  }

  private Mesh skin(double[][] sections, int from, int to) {
    double[][] rings = new double[to - from][];
    for (int j = from; j < to; j++) {
      double[] s = sections[j];
      rings[j - from] = ring(s[0] * body.torso, s[1] * size, s[2] * size, s[3] * size);
    }
    return Sweeps.loft(rings, true);
  }

  private static double[] ring(double y, double a, double b, double forward) {
    int points = 16;
    double[] ring = new double[3 * (points + 1)];
    for (int i = 0; i <= points; i++) {
      double angle = 2 * Math.PI * (i % points) / points;
      ring[3 * i] = a * StrictMath.sin(angle);
      ring[3 * i + 1] = y;
      ring[3 * i + 2] = b * StrictMath.cos(angle) + forward;
    }
    return ring;
  }

  private void head() {
    double s = body.head;
    put(Joint.NECK, Slot.SKIN, limb(0.055 * s, 0.052 * s, 0.13 * s, 10));
    Mesh skull =
        Shapes.star(
            (x, y, z) -> {
              double r = 1 / Math.sqrt(x * x / .0056 + y * y / .0132 + z * z / .0092);
              double nose = z > 0.9 && y < 0.05 && y > -0.25 ? .018 * (z - 0.9) * 10 : 0;
              return s * (r + Math.max(0, nose * (1 - 8 * Math.abs(x))));
            },
            20);
    put(Joint.NECK, Slot.SKIN, skull, Placements.at(0, 0.215 * s, 0.018 * s));
    for (double x : new double[] {0.034, -0.034}) {
      put(
          Joint.NECK,
          Slot.BLACK,
          Shapes.sphere(0.013 * s, 8),
          Placements.at(x * s, 0.232 * s, 0.100 * s));
    }
    if (!Words.is(genome, "head", "helmet") || Words.has(genome, "longHair")) {
      Mesh hair = Shapes.superquadric(.085 * s, .105 * s, .1 * s, 1, 1, 16);
      put(Joint.NECK, Slot.HAIR, hair, Placements.at(0, 0.238 * s, -0.006 * s));
    }
    if (Words.has(genome, "longHair")) {
      put(
          Joint.NECK,
          Slot.HAIR,
          Shapes.superquadric(.075 * s, .14 * s, .05 * s, 1, 1, 14),
          Placements.at(0, 0.15 * s, -0.075 * s));
    }
    if (Words.is(genome, "head", "helmet")) {
      Mesh dome = Shapes.superquadric(.098 * s, .078 * s, .138 * s, 1, .8, 20);
      put(Joint.NECK, Slot.HELMET, dome, Placements.at(0, 0.288 * s, 0.004 * s));
      for (double x : new double[] {-.045, 0, .045}) {
        Mesh vent = Shapes.superquadric(.010 * s, .081 * s, .125 * s, 1, .8, 12);
        put(
            Joint.NECK,
            Slot.BLACK,
            vent,
            Placements.at(x * s, (0.2915 - 6 * x * x) * s, 0.004 * s));
      }
    } else if (Words.is(genome, "head", "cap")) {
      Mesh dome = Shapes.superquadric(.09 * s, .07 * s, .105 * s, 1, .9, 16);
      put(Joint.NECK, Slot.HELMET, dome, Placements.at(0, 0.288 * s, 0));
      put(
          Joint.NECK,
          Slot.HELMET,
          Shapes.superquadric(.065 * s, .008 * s, .075 * s, 1, 1, 12),
          Placements.at(0, 0.272 * s, 0.115 * s));
    }
  }

  private void arms() {
    boolean sleeves = Words.has(genome, "longSleeves");
    Slot fore = sleeves ? Slot.SHIRT : Slot.SKIN;
    for (Joint upper : new Joint[] {Joint.LEFT_UPPER_ARM, Joint.RIGHT_UPPER_ARM}) {
      Joint lower = Joint.values()[upper.ordinal() + 1];
      double thick = sleeves ? 0.05 : 0.043;
      put(
          upper,
          Slot.SHIRT,
          limb(0.06 * size, thick * size, body.upperArm * (sleeves ? 1 : .62), 10));
      put(
          upper,
          sleeves ? Slot.SHIRT : Slot.SKIN,
          limb(.044 * size, .038 * size, body.upperArm, 10));
      put(lower, fore, limb((sleeves ? .045 : .038) * size, .03 * size, body.forearm * 0.84, 10));
      put(
          lower,
          Slot.SKIN,
          Shapes.superquadric(.042 * size, .05 * size, .036 * size, 1, 1, 10),
          Placements.at(0, body.forearm * 0.95, 0));
    }
  }

  private void legs() {
    boolean trousers = Words.has(genome, "longTrousers");
    for (Joint upper : new Joint[] {Joint.LEFT_THIGH, Joint.RIGHT_THIGH}) {
      Joint lower = Joint.values()[upper.ordinal() + 1];
      Joint foot = Joint.values()[upper.ordinal() + 2];
      put(
          upper,
          Slot.TROUSERS,
          limb(.098 * size, (trousers ? .07 : .074) * size, body.thigh * (trousers ? 1 : .82), 12));
      put(upper, Slot.SKIN, limb(.07 * size, .056 * size, body.thigh, 10));
      put(lower, trousers ? Slot.TROUSERS : Slot.SKIN, calf(trousers));
      put(lower, Slot.SKIN, limb(.04 * size, .034 * size, body.shank, 8));
      double s = body.stature / Body.ADULT;
      Mesh shoe = limb(.044 * s, .034 * s, .19 * s, 12);
      Matrix4f flat =
          Rig.turn(new Vec(1, 0, 0), Math.PI / 2 + .06, new Vec(0, -.055 * s, -.05 * s));
      flat.mul(Placements.scaled(1, 1, 0.95, 0, 0, 0));
      put(foot, Slot.SHOE, shoe, flat);
    }
  }

  private Mesh calf(boolean trousers) {
    double l = body.shank * (trousers ? .97 : .9);
    double wide = trousers ? 1.18 : 1;
    return Sweeps.lathe(
        new double[] {
          0,
          -.05 * size,
          .04 * size,
          -.035 * size,
          .057 * size * wide,
          0,
          .056 * size * wide,
          .12 * l,
          .059 * size * wide,
          .3 * l,
          .052 * size * wide,
          .5 * l,
          (trousers ? .058 : .038) * size,
          .8 * l,
          (trousers ? .06 : .034) * size,
          l,
          (trousers ? .06 : .034) * size,
          l,
          0,
          l
        },
        12);
  }

  /** A cone with round ends, from the origin up. */
  private static Mesh limb(double bottom, double top, double length, int segments) {
    int steps = 4;
    double[] profile = new double[4 * (steps + 1)];
    for (int i = 0; i <= steps; i++) {
      double angle = Math.PI / 2 * i / steps;
      double c = i == 0 ? 0 : StrictMath.sin(angle);
      double s = i == steps ? 0 : StrictMath.cos(angle);
      profile[2 * i] = bottom * c;
      profile[2 * i + 1] = -bottom * s;
      int j = profile.length - 2 - 2 * i;
      profile[j] = top * c;
      profile[j + 1] = length + top * s;
    }
    return Sweeps.lathe(profile, segments);
  }
}
