package org.variegate.randomizer.camera;

import java.util.Arrays;
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
 * @param points on it, 3 values each
 * @param subject the box of all of the subject
 */
record Aim(Point3f centre, Matrix4f front, Matrix4f face, float[] points, Bounds subject) {
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
    float[] all = world(geometry.positions(), mesh.vertices(), subject.placement());
    Bounds whole = bounds(all, all.length);
    Optional<Head> head = Head.of(subject);
    Matrix4f face = head.map(Head::toWorld).orElse(subject.placement());
    if (target != Target.WHOLE && head.isPresent()) {
      float[] points = head(all, mesh, head.get());
      if (points.length >= 3 * FEWEST) {
        Bounds box = bounds(points, points.length);
        if (target == Target.BUST) {
          points = near(all, box.centre(), BUST * box.radius());
          box = bounds(points, points.length);
        }
        return new Aim(box.centre(), face, face, points, whole);
      }
    }
    return new Aim(whole.centre(), subject.placement(), face, all, whole);
  }

  private static float[] world(float[] positions, int vertices, Matrix4f m) {
    float[] world = new float[3 * vertices];
    for (int i = 0; i < world.length; i += 3) {
      float x = positions[i];
      float y = positions[i + 1];
      float z = positions[i + 2];
      world[i] = m.m00 * x + m.m01 * y + m.m02 * z + m.m03;
      world[i + 1] = m.m10 * x + m.m11 * y + m.m12 * z + m.m13;
      world[i + 2] = m.m20 * x + m.m21 * y + m.m22 * z + m.m23;
    }
    return world;
  }

  private static float[] head(float[] all, Mesh mesh, Head head) {
    float[] points = new float[all.length];
    int n = 0;
    for (int v = 0; v < all.length / 3; v++) {
      if (head.has(mesh, v)) {
        System.arraycopy(all, 3 * v, points, n, 3);
        n += 3;
      }
    }
    return Arrays.copyOf(points, n);
  }

  private static float[] near(float[] all, Point3f centre, float radius) {
    float[] points = new float[all.length];
    int n = 0;
    for (int i = 0; i < all.length; i += 3) {
      float x = all[i] - centre.x;
      float y = all[i + 1] - centre.y;
      float z = all[i + 2] - centre.z;
      if (x * x + y * y + z * z <= radius * radius) {
        System.arraycopy(all, i, points, n, 3);
        n += 3;
      }
    }
    return Arrays.copyOf(points, n);
  }

  private static Bounds bounds(float[] points, int length) {
    float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
    float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
    for (int i = 0; i < length; i++) {
      low[i % 3] = Math.min(low[i % 3], points[i]);
      high[i % 3] = Math.max(high[i % 3], points[i]);
    }
    return new Bounds(new Point3f(low), new Point3f(high));
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
    int step = 3 * Math.max(1, points.length / 3 / POINTS);
    for (int i = 0; i < points.length; i += step) {
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
