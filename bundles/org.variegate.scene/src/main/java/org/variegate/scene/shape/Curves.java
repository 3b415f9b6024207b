package org.variegate.scene.shape;

import javax.vecmath.Vector3d;

/** Smooth paths through points. */
public final class Curves {
  private Curves() {}

  /**
   * A path through points, without corners (Catmull and Rom 1974).
   *
   * @param points values of each point one after the other, at least 2 points
   * @param dimensions values a point
   * @param steps from each point to the next, at least 1
   * @param closed whether it goes on to the first point, which then is the last too
   * @return {@code steps} points for each span, and the last
   */
  public static double[] through(double[] points, int dimensions, int steps, boolean closed) {
    int count = points.length / dimensions;
    Shapes.atLeast("points", count, 2);
    Shapes.atLeast("steps", steps, 1);
    int spans = closed ? count : count - 1;
    double[] path = new double[dimensions * (spans * steps + 1)];
    for (int k = 0; k <= spans * steps; k++) {
      int span = Math.min(k / steps, spans - 1);
      double t = (double) (k - span * steps) / steps;
      for (int c = 0; c < dimensions; c++) {
        double b = value(points, dimensions, count, closed, span, c);
        double d = value(points, dimensions, count, closed, span + 1, c);
        double a = value(points, dimensions, count, closed, span - 1, c);
        double e = value(points, dimensions, count, closed, span + 2, c);
        path[k * dimensions + c] =
            t == 0
                ? b
                : t == 1
                    ? d
                    : b
                        + t
                            / 2
                            * (d - a + t * (2 * a - 5 * b + 4 * d - e + t * (3 * (b - d) + e - a)));
      }
    }
    return path;
  }

  /** Beyond the ends of an open path it goes straight on. */
  private static double value(double[] p, int n, int count, boolean closed, int i, int c) {
    if (closed) {
      return p[n * Math.floorMod(i, count) + c];
    }
    if (i < 0) {
      return 2 * p[c] - p[n + c];
    }
    return i < count ? p[n * i + c] : 2 * p[n * (count - 1) + c] - p[n * (count - 2) + c];
  }

  /**
   * Two axes across the path at each of its points, which turn about it as little as may be (Wang
   * et al. 2008, double reflection); on a ring what is left is spread over all points.
   */
  static Vector3d[][] frames(double[] path, boolean ring) {
    int count = path.length / 3;
    Vector3d[] tangents = tangents(path, ring);
    Vector3d[] across = new Vector3d[count];
    across[0] = perpendicular(tangents[0]);
    for (int i = 1; i < count; i++) {
      Vector3d step = difference(path, i - 1, i);
      Vector3d r = reflect(across[i - 1], step);
      Vector3d t = reflect(tangents[i - 1], step);
      t.sub(tangents[i], t);
      across[i] = t.lengthSquared() < 1e-24 ? r : reflect(r, t);
    }
    Vector3d[][] frames = new Vector3d[count][];
    double twist = ring ? angle(across[count - 1], across[0], tangents[0]) : 0;
    for (int i = 0; i < count; i++) {
      frames[i] = turned(across[i], tangents[i], twist * i / (count - 1));
    }
    return frames;
  }

  private static Vector3d[] tangents(double[] path, boolean ring) {
    int count = path.length / 3;
    Vector3d[] tangents = new Vector3d[count];
    for (int i = 0; i < count; i++) {
      int before = i > 0 ? i - 1 : ring ? count - 2 : 0;
      int after = i < count - 1 ? i + 1 : ring ? 1 : count - 1;
      tangents[i] = unit(difference(path, i, after), i < count - 1 || ring);
      tangents[i].add(unit(difference(path, before, i), i > 0 || ring));
      if (!(tangents[i].lengthSquared() > 1e-20)) {
        throw new IllegalArgumentException(
            "path: needs neighbours that differ and no way back, got them at point " + i);
      }
      tangents[i].normalize();
    }
    return tangents;
  }

  private static Vector3d unit(Vector3d v, boolean there) {
    if (there && v.lengthSquared() > 0) {
      v.normalize();
    }
    return v;
  }

  private static Vector3d difference(double[] path, int a, int b) {
    return new Vector3d(
        path[3 * b] - path[3 * a],
        path[3 * b + 1] - path[3 * a + 1],
        path[3 * b + 2] - path[3 * a + 2]);
  }

  private static Vector3d reflect(Vector3d v, Vector3d across) {
    Vector3d r = new Vector3d(across);
    r.scaleAdd(-2 * across.dot(v) / across.lengthSquared(), v);
    return r;
  }

  private static Vector3d perpendicular(Vector3d t) {
    Vector3d other = Math.abs(t.y) < 0.9 ? new Vector3d(0, 1, 0) : new Vector3d(0, 0, 1);
    other.cross(other, t);
    other.normalize();
    return other;
  }

  private static double angle(Vector3d from, Vector3d to, Vector3d axis) {
    Vector3d side = new Vector3d();
    side.cross(axis, from);
    return StrictMath.atan2(side.dot(to), from.dot(to));
  }

  private static Vector3d[] turned(Vector3d across, Vector3d tangent, double angle) {
    Vector3d side = new Vector3d();
    side.cross(tangent, across);
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    Vector3d a = new Vector3d();
    Vector3d b = new Vector3d();
    a.scale(c, across);
    a.scaleAdd(s, side, a);
    b.cross(tangent, a);
    return new Vector3d[] {a, b};
  }
}
