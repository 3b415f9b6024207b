package org.variegate.scene;

import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;

/**
 * A box along the axes that holds something.
 *
 * @param lower its corner of smallest coordinates, in m; to be read only
 * @param upper its corner of largest coordinates, in m; to be read only
 */
public record Bounds(Point3f lower, Point3f upper) {
  /** Takes copies. */
  public Bounds {
    lower = new Point3f(lower);
    upper = new Point3f(upper);
  }

  /** Its middle. */
  public Point3f centre() {
    return new Point3f((lower.x + upper.x) / 2, (lower.y + upper.y) / 2, (lower.z + upper.z) / 2);
  }

  /** Half the length of its diagonal. */
  public float radius() {
    return lower.distance(upper) / 2;
  }

  /** Its length along y. */
  public float height() {
    return upper.y - lower.y;
  }

  /** Its eight corners. */
  public Point3f[] corners() {
    Point3f[] corners = new Point3f[8];
    for (int i = 0; i < 8; i++) {
      corners[i] =
          new Point3f(
              (i & 1) == 0 ? lower.x : upper.x,
              (i & 2) == 0 ? lower.y : upper.y,
              (i & 4) == 0 ? lower.z : upper.z);
    }
    return corners;
  }

  /** Whether a point lies in it. */
  public boolean contains(Point3f p) {
    return p.x >= lower.x
        && p.x <= upper.x
        && p.y >= lower.y
        && p.y <= upper.y
        && p.z >= lower.z
        && p.z <= upper.z;
  }

  /** The bounds of this box and another. */
  public Bounds with(Bounds other) {
    return new Bounds(
        new Point3f(
            Math.min(lower.x, other.lower.x),
            Math.min(lower.y, other.lower.y),
            Math.min(lower.z, other.lower.z)),
        new Point3f(
            Math.max(upper.x, other.upper.x),
            Math.max(upper.y, other.upper.y),
            Math.max(upper.z, other.upper.z)));
  }

  /**
   * The bounds of points.
   *
   * @param positions 3 a point
   * @param count how many points; none gives an empty box at the origin
   * @param to where they are taken before, affine
   */
  static Bounds of(float[] positions, int count, Matrix4f to) {
    if (count == 0) {
      return new Bounds(new Point3f(), new Point3f());
    }
    float ax = Float.POSITIVE_INFINITY;
    float ay = ax;
    float az = ax;
    float bx = Float.NEGATIVE_INFINITY;
    float by = bx;
    float bz = bx;
    for (int i = 0; i < 3 * count; i += 3) {
      float px = positions[i];
      float py = positions[i + 1];
      float pz = positions[i + 2];
      float x = to.m00 * px + to.m01 * py + to.m02 * pz + to.m03;
      float y = to.m10 * px + to.m11 * py + to.m12 * pz + to.m13;
      float z = to.m20 * px + to.m21 * py + to.m22 * pz + to.m23;
      ax = x < ax ? x : ax;
      ay = y < ay ? y : ay;
      az = z < az ? z : az;
      bx = x > bx ? x : bx;
      by = y > by ? y : by;
      bz = z > bz ? z : bz;
    }
    return new Bounds(new Point3f(ax, ay, az), new Point3f(bx, by, bz));
  }
}
