package org.variegate.scene.shape;

import javax.vecmath.Matrix4f;
import javax.vecmath.Vector3d;

/** Where things are put: matrices that are the same on every machine. */
public final class Placements {
  private Placements() {}

  /**
   * A shift.
   *
   * @param x in m
   * @param y in m
   * @param z in m
   * @return the matrix
   */
  public static Matrix4f at(double x, double y, double z) {
    return scaled(1, 1, 1, x, y, z);
  }

  /**
   * Scaling, then a shift.
   *
   * @param sx factor along x, negative to mirror
   * @param sy factor along y
   * @param sz factor along z
   * @param x in m
   * @param y in m
   * @param z in m
   * @return the matrix
   */
  public static Matrix4f scaled(double sx, double sy, double sz, double x, double y, double z) {
    return new Matrix4f(
        (float) sx,
        0,
        0,
        (float) x,
        0,
        (float) sy,
        0,
        (float) y,
        0,
        0,
        (float) sz,
        (float) z,
        0,
        0,
        0,
        1);
  }

  /**
   * A turn about an axis through the origin, then a shift.
   *
   * @param axis to turn about, any length above 0
   * @param angle counter-clockwise seen from where the axis points, radians
   * @param x in m
   * @param y in m
   * @param z in m
   * @return the matrix
   */
  public static Matrix4f turned(Vector3d axis, double angle, double x, double y, double z) {
    Vector3d a = new Vector3d(axis);
    a.normalize();
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    double t = 1 - c;
    return new Matrix4f(
        (float) (t * a.x * a.x + c),
        (float) (t * a.x * a.y - s * a.z),
        (float) (t * a.x * a.z + s * a.y),
        (float) x,
        (float) (t * a.x * a.y + s * a.z),
        (float) (t * a.y * a.y + c),
        (float) (t * a.y * a.z - s * a.x),
        (float) y,
        (float) (t * a.x * a.z - s * a.y),
        (float) (t * a.y * a.z + s * a.x),
        (float) (t * a.z * a.z + c),
        (float) z,
        0,
        0,
        0,
        1);
  }

  /**
   * What takes the y axis onto a line: a cylinder of height 1 becomes a rod between two points.
   *
   * @param fromX of the end for y = -1/2
   * @param fromY of that end
   * @param fromZ of that end
   * @param toX of the end for y = 1/2, elsewhere
   * @param toY of that end
   * @param toZ of that end
   * @param width factor across the line
   * @return the matrix
   */
  public static Matrix4f between(
      double fromX, double fromY, double fromZ, double toX, double toY, double toZ, double width) {
    Vector3d[] frame = Curves.frames(new double[] {fromX, fromY, fromZ, toX, toY, toZ}, false)[0];
    Vector3d z = frame[0];
    Vector3d x = frame[1];
    double w = width;
    return new Matrix4f(
        (float) (w * x.x),
        (float) (toX - fromX),
        (float) (w * z.x),
        (float) ((fromX + toX) / 2),
        (float) (w * x.y),
        (float) (toY - fromY),
        (float) (w * z.y),
        (float) ((fromY + toY) / 2),
        (float) (w * x.z),
        (float) (toZ - fromZ),
        (float) (w * z.z),
        (float) ((fromZ + toZ) / 2),
        0,
        0,
        0,
        1);
  }
}
