package org.variegate.species.bike;

import java.util.EnumMap;
import java.util.Map;
import javax.vecmath.Matrix4f;

/**
 * The rider's bones for a stance: hands on the bar, feet on the pedals, arms and legs bent as they
 * must (two-bone inverse kinematics). The stature follows from the saddle's height: the leg is
 * nearly straight at the lowest pedal. Shares of the stature after Drillis and Contini (1966).
 */
final class Body {
  /** The stature, in m, of whom measures of hands, feet and head are. */
  static final double ADULT = 1.75;

  /** A leg at the lowest pedal, as a share of one that is straight. */
  private static final double STRAIGHT = 0.955;

  /** A head grows less than the rest: its size at a stature of 0 by the line through later ones. */
  private static final double HEAD_OF_A_CHILD = 0.7;

  final double stature;
  final double thigh;
  final double shank;
  final double torso;
  final double upperArm;
  final double forearm;

  /** How large the head is, compared with an adult's. */
  final double head;

  private final Layout at;
  private final Bar bar;
  private final Vec hips;

  Body(Layout at) {
    this.at = at;
    bar = new Bar(at);
    double lowest = StrictMath.atan2(at.seatAxis.y(), -at.seatAxis.z());
    Vec ankle = ankle(at.pedal(Math.PI - lowest, false), 1);
    Vec seat = at.saddle.plus(0, 0.16, -0.02);
    double needed = seat.distance(new Vec(0, ankle.y(), ankle.z())) / (STRAIGHT * 0.491);
    stature = Math.max(at.genome.gene("stature"), needed);
    hips = at.saddle.plus(0, 0.065 + 0.055 * stature, -0.02);
    thigh = 0.245 * stature;
    shank = 0.246 * stature;
    torso = 0.295 * stature;
    upperArm = 0.180 * stature;
    forearm = 0.195 * stature;
    head = HEAD_OF_A_CHILD + (1 - HEAD_OF_A_CHILD) * stature / ADULT;
  }

  private static Vec ankle(Vec pedal, double size) {
    return pedal.plus(0, 0.095 * size, -0.075 * size);
  }

  /** From each of the rider's joints to the bicycle's space: y along the bone. */
  Map<Joint, Matrix4f> bones(Stance stance) {
    Map<Joint, Matrix4f> bones = new EnumMap<>(Joint.class);
    double size = stature / ADULT;
    Vec hand = bar.hand();
    Vec chest = shoulders(hand.plus(0, 0.012, -0.012));
    Vec spine = chest.minus(hips).unit();
    bones.put(Joint.TORSO, along(hips, chest));
    Vec up = spine.towards(new Vec(0, 1, 0.25).unit(), 0.75).unit();
    Matrix4f head = along(chest, chest.plus(up));
    head.mul(Rig.turn(new Vec(0, 1, 0), stance.look(), new Vec(0, 0, 0)));
    bones.put(Joint.NECK, head);
    Vec low = new Vec(0, -1, -0.25);
    for (boolean left : new boolean[] {true, false}) {
      double side = left ? 1 : -1;
      Vec shoulder = chest.plus(side * 0.105 * stature, 0, 0).along(spine, -0.02 * stature);
      Vec grip = Rig.turned(left ? hand : hand.mirrored(), at.headTop, up(), stance.steer());
      Vec elbow =
          joint(
              shoulder, grip.plus(0, 0.012, -0.012), upperArm, forearm, low.plus(side * 0.5, 0, 0));
      put(bones, left, Joint.LEFT_UPPER_ARM, shoulder, elbow, grip.plus(0, 0.012, -0.012));
      Vec hip = hips.plus(side * 0.052 * stature, 0, 0);
      Vec ankle = ankle(at.pedal(stance.crank(), left), size);
      Vec knee = joint(hip, ankle, thigh, shank, new Vec(side * 0.12, 0.2, 1));
      put(bones, left, Joint.LEFT_THIGH, hip, knee, ankle);
      bones.put(left ? Joint.LEFT_FOOT : Joint.RIGHT_FOOT, Rig.turn(new Vec(1, 0, 0), 0.2, ankle));
    }
    return bones;
  }

  private Vec up() {
    return at.steering.times(-1);
  }

  private static void put(
      Map<Joint, Matrix4f> bones, boolean left, Joint first, Vec a, Vec b, Vec c) {
    int side = first == Joint.LEFT_THIGH ? 3 : 2;
    Joint upper = Joint.values()[first.ordinal() + (left ? 0 : side)];
    Joint lower = Joint.values()[upper.ordinal() + 1];
    bones.put(upper, along(a, b));
    bones.put(lower, along(b, c));
  }

  /** The middle between the shoulders, from which nearly straight arms reach the bar. */
  private Vec shoulders(Vec hand) {
    double aside = hand.x() - 0.105 * stature;
    double arm = at.genome.gene("elbow") * (upperArm + forearm);
    double reach = Math.sqrt(Math.max(0.01, arm * arm - aside * aside));
    Vec grip = new Vec(0, hand.y(), hand.z());
    double distance = Math.min(hips.distance(grip), (torso + reach) * 0.999);
    Vec line = grip.minus(hips).unit();
    double share = (distance * distance + torso * torso - reach * reach) / (2 * distance);
    double aloft = Math.sqrt(Math.max(0, torso * torso - share * share));
    Vec across = new Vec(0, line.z(), -line.y());
    Vec found = hips.along(line, share).along(across, aloft);
    double least = hips.z() + 0.05 * torso;
    return found.z() >= least ? found : hips.plus(0, 0.9987 * torso, 0.05 * torso);
  }

  /** The joint between two bones, bent towards a side. */
  static Vec joint(Vec from, Vec to, double upper, double lower, Vec towards) {
    Vec line = to.minus(from);
    double distance = Math.min(line.length(), 0.9995 * (upper + lower));
    Vec unit = line.unit();
    double share = (distance * distance + upper * upper - lower * lower) / (2 * distance);
    double aside = Math.sqrt(Math.max(0, upper * upper - share * share));
    Vec out = towards.along(unit, -towards.dot(unit)).unit();
    return from.along(unit, share).along(out, aside);
  }

  /** A frame at a point, y along the line to another, x as far to the left as may be. */
  static Matrix4f along(Vec from, Vec to) {
    Vec y = to.minus(from).unit();
    Vec left = new Vec(1, 0, 0);
    Vec x = left.along(y, -left.dot(y)).unit();
    Vec z = x.cross(y);
    return new Matrix4f(
        (float) x.x(),
        (float) y.x(),
        (float) z.x(),
        (float) from.x(),
        (float) x.y(),
        (float) y.y(),
        (float) z.y(),
        (float) from.y(),
        (float) x.z(),
        (float) y.z(),
        (float) z.z(),
        (float) from.z(),
        0,
        0,
        0,
        1);
  }
}
