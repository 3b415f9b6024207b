package org.variegate.scene;

import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3d;
import javax.vecmath.Vector3f;

/**
 * A camera with a thin lens.
 *
 * @param toWorld from the camera's space, where it looks along -Z with +Y up, to the world; a
 *     rotation and a translation; to be read only
 * @param fieldOfView angle from the bottom of the picture to its top, radians, in (0, pi)
 * @param shiftX where the optical axis meets the picture, right of the middle, in picture heights
 * @param shiftY the same, above the middle
 * @param aperture diameter of the lens in m, 0 for everything in focus
 * @param focus distance that is in focus, in m
 */
public record Camera(
    Matrix4f toWorld,
    double fieldOfView,
    double shiftX,
    double shiftY,
    double aperture,
    double focus) {

  /** Takes a copy of the matrix. */
  public Camera {
    if (!(fieldOfView > 0 && fieldOfView < Math.PI)) {
      throw new IllegalArgumentException(
          "fieldOfView: needs an angle in (0, pi), got " + fieldOfView);
    }
    if (!(aperture >= 0 && aperture < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("aperture: needs at least 0 m, got " + aperture);
    }
    if (!(focus > 0 && focus < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("focus: needs a distance above 0 m, got " + focus);
    }
    if (!isFinite(toWorld)) {
      throw new IllegalArgumentException(
          "camera: needs a finite place and direction, got " + place(toWorld));
    }
    toWorld = new Matrix4f(toWorld);
  }

  private static boolean isFinite(Matrix4f m) {
    float[] row = new float[4];
    for (int i = 0; i < 4; i++) {
      m.getRow(i, row);
      for (float value : row) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }

  private static String place(Matrix4f m) {
    return "the place (" + m.m03 + ", " + m.m13 + ", " + m.m23 + ")";
  }

  /**
   * A camera that looks at a point.
   *
   * @param eye where it stands
   * @param target what is in the middle of the picture, not at the eye
   * @param roll how far its top leans to the right, radians
   * @param fieldOfView from bottom to top, radians
   * @return everything in focus
   */
  public static Camera lookAt(Point3f eye, Point3f target, double roll, double fieldOfView) {
    Vector3f back = new Vector3f(eye.x - target.x, eye.y - target.y, eye.z - target.z);
    back.normalize();
    Vector3f right = new Vector3f(back.z, 0, -back.x);
    if (right.lengthSquared() < 1e-12f) {
      right.set(1, 0, 0);
    }
    right.normalize();
    Vector3f up = new Vector3f();
    up.cross(back, right);
    float c = (float) StrictMath.cos(roll);
    float s = (float) StrictMath.sin(roll);
    Matrix4f m = new Matrix4f();
    m.m00 = c * right.x - s * up.x;
    m.m10 = c * right.y - s * up.y;
    m.m20 = c * right.z - s * up.z;
    m.m01 = s * right.x + c * up.x;
    m.m11 = s * right.y + c * up.y;
    m.m21 = s * right.z + c * up.z;
    m.m02 = back.x;
    m.m12 = back.y;
    m.m22 = back.z;
    m.m03 = eye.x;
    m.m13 = eye.y;
    m.m23 = eye.z;
    m.m33 = 1;
    return new Camera(m, fieldOfView, 0, 0, 0, eye.distance(target));
  }

  /** The same with its optical axis elsewhere in the picture. */
  public Camera withShift(double x, double y) {
    return new Camera(toWorld, fieldOfView, x, y, aperture, focus);
  }

  /** The same with another lens. */
  public Camera withLens(double newAperture, double newFocus) {
    return new Camera(toWorld, fieldOfView, shiftX, shiftY, newAperture, newFocus);
  }

  /**
   * The camera as it sees through one point of its lens: parallel to itself, its picture shifted so
   * that what lies at the distance of focus stays in place. A point at distance d then moves in the
   * picture by f (d - s) / (d s) picture heights for each m, s being the distance of focus and f =
   * 1 / (2 tan(fieldOfView / 2)) the distance of the picture behind the lens. Over the whole lens,
   * of diameter A, that is the thin lens' circle of confusion c = A f |d - s| / (d s); with the
   * focal length F, f = F s / (s - F), it is c = A F |d - s| / (d (s - F)).
   *
   * @param right of the lens' middle, in m
   * @param up from the lens' middle, in m
   * @return a camera without a lens of its own
   */
  public Camera through(double right, double up) {
    Matrix4f m = new Matrix4f(toWorld);
    m.m03 += (float) (right * m.m00 + up * m.m01);
    m.m13 += (float) (right * m.m10 + up * m.m11);
    m.m23 += (float) (right * m.m20 + up * m.m21);
    double behind = focalLength(1) / focus;
    return new Camera(m, fieldOfView, shiftX + right * behind, shiftY + up * behind, 0, focus);
  }

  /**
   * The camera after a move along and about its own axes, at constant speed. Its turn is R =
   * exp([spin seconds]) (Rodrigues), its way velocity seconds.
   *
   * @param velocity right, up and back, in m/s
   * @param spin about its axes right, up and back, in radians/s
   * @param seconds how long
   * @return the same camera elsewhere
   */
  public Camera moved(Vector3d velocity, Vector3d spin, double seconds) {
    Vector3d way = new Vector3d(velocity);
    way.scale(seconds);
    Vector3d axis = new Vector3d(spin);
    double speed = axis.length();
    Matrix4f move = new Matrix4f();
    move.setIdentity();
    if (speed > 0) {
      axis.scale(1 / speed);
      move = turn(axis, speed * seconds);
    }
    move.m03 = (float) way.x;
    move.m13 = (float) way.y;
    move.m23 = (float) way.z;
    Matrix4f to = new Matrix4f();
    to.mul(toWorld, move);
    return new Camera(to, fieldOfView, shiftX, shiftY, aperture, focus);
  }

  private static Matrix4f turn(Vector3d a, double angle) {
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    double d = 1 - c;
    Matrix4f m = new Matrix4f();
    m.m00 = (float) (c + d * a.x * a.x);
    m.m01 = (float) (d * a.x * a.y - s * a.z);
    m.m02 = (float) (d * a.x * a.z + s * a.y);
    m.m10 = (float) (d * a.x * a.y + s * a.z);
    m.m11 = (float) (c + d * a.y * a.y);
    m.m12 = (float) (d * a.y * a.z - s * a.x);
    m.m20 = (float) (d * a.x * a.z - s * a.y);
    m.m21 = (float) (d * a.y * a.z + s * a.x);
    m.m22 = (float) (c + d * a.z * a.z);
    m.m33 = 1;
    return m;
  }

  /** Where it stands. */
  public Point3f eye() {
    return new Point3f(toWorld.m03, toWorld.m13, toWorld.m23);
  }

  /**
   * Where a point is seen.
   *
   * @param world the point, in m
   * @param width of the picture in pixels
   * @param height of the picture in pixels
   * @return x from the left edge and y from the top edge in pixels, and the distance in front of
   *     the camera along its axis in m; with a distance of 0 or less x and y mean nothing
   */
  public double[] project(Point3f world, int width, int height) {
    Matrix4f m = toWorld;
    double dx = world.x - m.m03;
    double dy = world.y - m.m13;
    double dz = world.z - m.m23;
    double x = m.m00 * dx + m.m10 * dy + m.m20 * dz;
    double y = m.m01 * dx + m.m11 * dy + m.m21 * dz;
    double depth = -(m.m02 * dx + m.m12 * dy + m.m22 * dz);
    double focal = focalLength(height) / depth;
    return new double[] {
      width / 2.0 + shiftX * height + x * focal, height / 2.0 - shiftY * height - y * focal, depth
    };
  }

  /**
   * The focal length.
   *
   * @param height of the picture in pixels
   * @return in pixels
   */
  public double focalLength(int height) {
    return height / (2 * StrictMath.tan(fieldOfView / 2));
  }
}
