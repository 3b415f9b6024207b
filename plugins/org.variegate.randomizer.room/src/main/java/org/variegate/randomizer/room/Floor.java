package org.variegate.randomizer.room;

import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import org.variegate.scene.Bounds;

/**
 * The room's plan: axes through the subject, "forward" roughly towards the camera.
 *
 * @param x of the subject's middle, in m
 * @param z of the subject's middle, in m
 * @param sine of the angle of "forward" from +z towards +x
 * @param cosine of the same
 * @param half how far the subject reaches from its middle in any direction, in m
 * @param eyeAcross where the camera is, to the right seen from it, in m
 * @param eyeForward where the camera is, in m
 */
record Floor(
    double x,
    double z,
    double sine,
    double cosine,
    double half,
    double eyeAcross,
    double eyeForward) {

  static Floor of(Bounds subject, Point3f eye, double turn) {
    Point3f centre = subject.centre();
    double dx = eye.x - centre.x;
    double dz = eye.z - centre.z;
    double angle = StrictMath.atan2(dx, dz) + turn;
    double sine = StrictMath.sin(angle);
    double cosine = StrictMath.cos(angle);
    double w = subject.upper().x - subject.lower().x;
    double d = subject.upper().z - subject.lower().z;
    return new Floor(
        centre.x,
        centre.z,
        sine,
        cosine,
        Math.sqrt(w * w + d * d) / 2,
        dx * cosine - dz * sine,
        dx * sine + dz * cosine);
  }

  /** What takes a thing that faces +z to a place of the plan, turned a quarter if asked. */
  Matrix4f placement(double across, double forward, double y, boolean facesForward) {
    double s = facesForward ? sine : cosine;
    double c = facesForward ? cosine : -sine;
    Matrix4f m = new Matrix4f();
    m.m00 = (float) c;
    m.m02 = (float) s;
    m.m11 = 1;
    m.m20 = (float) -s;
    m.m22 = (float) c;
    m.m33 = 1;
    m.m03 = (float) (x + across * cosine + forward * sine);
    m.m13 = (float) y;
    m.m23 = (float) (z - across * sine + forward * cosine);
    return m;
  }
}
