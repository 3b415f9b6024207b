package org.variegate.randomizer.camera;

import java.util.Optional;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.variegate.api.Arena;
import org.variegate.scene.Bounds;
import org.variegate.scene.Geometry;
import org.variegate.scene.Instance;
import org.variegate.scene.Mesh;
import org.variegate.scene.Scene;

/**
 * What the camera looks at, in the world.
 *
 * @param centre the middle of its box
 * @param front which way it faces
 * @param face which way the subject's head faces, or all of it where it has none
 * @param points on it, 3 values each; the array may be longer
 * @param length how many values
 * @param subject the box of all of the subject
 */
record Aim(
    Point3f centre, Matrix4f front, Matrix4f face, float[] points, int length, Bounds subject) {
  /** More points make no better frame. */
  private static final int POINTS = 2000;

  /** A head of fewer vertices is none. */
  private static final int FEWEST = 4;

  /** From the middle of the head, in radii of the head. */
  private static final float BUST = 2.2f;

  static Aim at(Target target, Scene scene, Arena arena) {
    Instance subject = scene.subject();
    Geometry geometry = scene.geometry(subject.id(), arena);
    Mesh mesh = subject.model().mesh();
    float[] all = arena.floats(geometry.positions().length);
    world(geometry.positions(), mesh.vertices(), subject.placement(), all);
    Bounds whole = scene.bounds(subject.id(), arena);
    Optional<Head> head = Head.of(subject);
    Matrix4f face = head.map(Head::toWorld).orElse(subject.placement());
    if (target != Target.WHOLE && head.isPresent()) {
      float[] points = arena.floats(all.length);
      int n = head(all, mesh, head.get(), points);
      if (n >= 3 * FEWEST) {
        Bounds box = bounds(points, n);
        if (target == Target.BUST) {
          n = near(all, 3 * mesh.vertices(), box.centre(), BUST * box.radius(), points);
          box = bounds(points, n);
        }
        return new Aim(box.centre(), face, face, points, n, whole);
      }
    }
    Point3f middle = whole.centre();
    return new Aim(middle, subject.placement(), face, all, 3 * mesh.vertices(), whole);
  }

  private static void world(float[] positions, int vertices, Matrix4f m, float[] world) {
    for (int i = 0; i < 3 * vertices; i += 3) {
      float x = positions[i];
      float y = positions[i + 1];
      float z = positions[i + 2];
      world[i] = m.m00 * x + m.m01 * y + m.m02 * z + m.m03;
      world[i + 1] = m.m10 * x + m.m11 * y + m.m12 * z + m.m13;
      world[i + 2] = m.m20 * x + m.m21 * y + m.m22 * z + m.m23;
    }
  }

  private static int head(float[] all, Mesh mesh, Head head, float[] points) {
    int n = 0;
    for (int v = 0; v < mesh.vertices(); v++) {
      if (head.has(mesh, v)) {
        n = put(all, 3 * v, points, n);
      }
    }
    return n;
  }

  private static int near(float[] all, int length, Point3f centre, float radius, float[] points) {
    int n = 0;
    for (int i = 0; i < length; i += 3) {
      float x = all[i] - centre.x;
      float y = all[i + 1] - centre.y;
      float z = all[i + 2] - centre.z;
      if (x * x + y * y + z * z <= radius * radius) {
        n = put(all, i, points, n);
      }
    }
    return n;
  }

  private static int put(float[] all, int from, float[] points, int n) {
    points[n] = all[from];
    points[n + 1] = all[from + 1];
    points[n + 2] = all[from + 2];
    return n + 3;
  }

  private static Bounds bounds(float[] points, int length) {
    Point3f low = new Point3f(points);
    Point3f high = new Point3f(points);
    for (int i = 3; i < length; i += 3) {
      low.x = Math.min(low.x, points[i]);
      low.y = Math.min(low.y, points[i + 1]);
      low.z = Math.min(low.z, points[i + 2]);
      high.x = Math.max(high.x, points[i]);
      high.y = Math.max(high.y, points[i + 1]);
      high.z = Math.max(high.z, points[i + 2]);
    }
    return new Bounds(low, high);
  }

  /**
   * From how far it fills a share of the picture's height, or width if it is wider than high.
   *
   * @param towards the camera from its middle, of length 1
   * @param share of the picture's height, both ways from the middle
   * @param fieldOfView from bottom to top, radians
   * @return distance from its middle in m, in front of all of it
   */
  double distance(Vector3f towards, double share, double fieldOfView) {
    Vector3f right = new Vector3f(towards.z, 0, -towards.x);
    if (right.lengthSquared() < 1e-12f) {
      right.set(1, 0, 0);
    }
    right.normalize();
    Vector3f up = new Vector3f();
    up.cross(towards, right);
    double spread = 1 / (share * StrictMath.tan(fieldOfView / 2));
    double farthest = 0;
    int step = 3 * Math.max(1, length / 3 / POINTS);
    for (int i = 0; i < length; i += step) {
      float x = points[i] - centre.x;
      float y = points[i + 1] - centre.y;
      float z = points[i + 2] - centre.z;
      double across = Math.abs(x * right.x + y * right.y + z * right.z);
      double upwards = Math.abs(x * up.x + y * up.y + z * up.z);
      double along = x * towards.x + y * towards.y + z * towards.z;
      farthest = Math.max(farthest, along + spread * Math.max(across, upwards));
    }
    return farthest;
  }
}
