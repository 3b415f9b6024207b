package org.variegate.species.quadruped.anatomy;

/** A cat's skull: round, with full cheeks, a short muzzle of two whisker pads and a chin. */
final class CatHead {
  private CatHead() {}

  static void add(Shapes s, Traits t) {
    double muzzle = t.of("muzzle");
    double cheek = t.of("cheek");
    double eye = t.of("eye");
    double flat = t.of("flat");
    s.head(Bone.HEAD, at(0, 0, 0), at(1.0 - 0.05 * flat, 1.0, 0.90), 0.12);
    s.headPair(at(0.26, 0.50, -0.34), at(0.50, 0.47 * cheek, 0.42), 0.25);
    s.headCone(Bone.HEAD, at(0.60, 0, 0.04), at(0.80 + muzzle * 0.8, 0, -0.2), 0.30, 0.14, 0.2);
    s.head(Bone.HEAD, at(0.76, 0, -0.40), at(0.36, 0.42, 0.30), 0.22);
    s.headPair(at(0.80 + muzzle * 0.72, 0.17, -0.38), at(0.24, 0.225, 0.19), 0.07);
    s.head(Bone.JAW, at(0.74 + muzzle * 0.6, 0, -0.60), at(0.25, 0.21, 0.17), 0.09);
    double[] e = Joints.eye(t);
    s.headPair(at(e[0] - 0.05, e[1] + 0.02, e[2] + 0.21), at(0.30, 0.27, 0.13), 0.16);
    s.sockets(
        at(e[0] + 0.20, e[1] + 0.05, e[2]),
        at(0.42, eye * 0.96, eye * t.of("lid")),
        0.42,
        t.of("slant"),
        0.06);
  }

  private static double[] at(double forward, double left, double up) {
    return new double[] {forward, left, up};
  }
}
