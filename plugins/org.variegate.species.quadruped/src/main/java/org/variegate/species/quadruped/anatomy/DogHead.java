package org.variegate.species.quadruped.anatomy;

/** A dog's skull: a muzzle with flews and a lower jaw, brows, the stop between them. */
public final class DogHead {
  /** How far up the tip of an open jaw lies below that of a shut one. */
  static final double OPEN = 0.36;

  private static final double HINGE = 0.3;

  /** How far up the axis of the lower jaw lies at its hinge, and how much lower at its tip. */
  private static final double HINGE_UP = -0.62;

  private static final double DROP = 0.12;

  private static final double JAW_ROOT = 0.68;
  private static final double JAW_TIP = 0.42;

  private DogHead() {}

  static void add(Shapes s, Traits t) {
    double depth = t.of("muzzleWidth");
    double tip = tip(t);
    double jowl = t.of("jowl");
    double width = t.of("skullWidth");
    s.head(Bone.HEAD, at(0, 0, 0), at(1, 0.88 * width, 0.82), 0.12);
    s.headPair(at(0.15, 0.42 * width, -0.35), at(0.6, 0.40 * t.of("cheek"), 0.42), 0.2);
    double stop = t.of("stop");
    s.headCone(
        Bone.HEAD,
        at(0.45, 0, -0.16 - 0.10 * stop),
        at(tip - 0.1, 0, -0.27 + t.of("upturn")),
        depth * 1.02,
        depth * 0.74,
        0.18);
    for (double side : new double[] {1, -1}) {
      s.headCone(
          Bone.HEAD,
          at(0.5, side * depth * 0.35, -0.38),
          at(tip - 0.02, side * depth * 0.36, -0.48 - 0.12 * (jowl - 1)),
          depth * 0.62,
          depth * 0.52 * jowl,
          0.1);
    }
    double open = t.of("mouth") * OPEN;
    s.headCone(
        Bone.JAW,
        at(HINGE, 0, HINGE_UP),
        at(jawTip(t), 0, HINGE_UP - DROP - open),
        depth * JAW_ROOT,
        depth * JAW_TIP,
        0.06);
    double[] e = Joints.eye(t);
    s.headPair(at(e[0] - 0.19, e[1] - 0.04, e[2] + 0.18), at(0.28, 0.28, 0.2), 0.15);
    double eye = t.of("eye");
    s.sockets(
        at(e[0] + 0.16, e[1] + 0.05, e[2] - 0.01),
        at(0.38, eye * 0.98, eye * t.of("lid")),
        0.45,
        t.of("slant"),
        0.07);
  }

  /** How far forward the muzzle goes. */
  static double tip(Traits t) {
    return 0.72 + t.of("muzzle");
  }

  private static double jawTip(Traits t) {
    return tip(t) - 0.20 + t.of("underbite");
  }

  /**
   * How far up the lower jaw lies in its middle plane.
   *
   * @param t the dog's traits
   * @param forward how far before the middle of the skull, in its radii
   * @param share 0 for its axis, 1 for its upper side
   * @return how far above the middle of the skull, in its radii
   */
  public static double jaw(Traits t, double forward, double share) {
    double s = Math.max(0, Math.min(1, (forward - HINGE) / (jawTip(t) - HINGE)));
    double radius = t.of("muzzleWidth") * (JAW_ROOT + (JAW_TIP - JAW_ROOT) * s);
    return HINGE_UP - (DROP + t.of("mouth") * OPEN) * s + share * radius;
  }

  private static double[] at(double forward, double left, double up) {
    return new double[] {forward, left, up};
  }
}
