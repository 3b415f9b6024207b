package org.variegate.species.car;

import java.util.Arrays;
import org.variegate.scene.Mesh;

/** Triangles of a skin, to be cut like sheet metal. */
final class Patch {
  private final Skin skin;
  private int[] triangles = new int[3 * 256];
  private int size;

  Patch(Skin skin) {
    this.skin = skin;
  }

  /** Adds a triangle, unless two of its corners are one. */
  void add(int a, int b, int c) {
    if (a == b || b == c || c == a) {
      return;
    }
    if (size + 3 > triangles.length) {
      triangles = Arrays.copyOf(triangles, 2 * triangles.length);
    }
    triangles[size++] = a;
    triangles[size++] = b;
    triangles[size++] = c;
  }

  /** A patch of the same triangles. */
  Patch(Patch other) {
    skin = other.skin;
    addAll(other);
  }

  /** Takes another's triangles in the place of its own. */
  void become(Patch other) {
    triangles = other.triangles;
    size = other.size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  private void addAll(Patch other) {
    for (int t = 0; t < other.size; t += 3) {
      add(other.triangles[t], other.triangles[t + 1], other.triangles[t + 2]);
    }
  }

  /**
   * Cuts a convex polygon out of this patch.
   *
   * @param a which value of a vertex is the polygon's first coordinate
   * @param b which is its second
   * @param polygon two values a corner, counter-clockwise in (a, b)
   * @return what was inside; this patch keeps the rest
   */
  Patch cut(int a, int b, double... polygon) {
    Patch inside = new Patch(skin);
    Patch rest = new Patch(skin);
    for (int t = 0; t < size; t += 3) {
      Patch to = apart(t, a, b, polygon) ? rest : inside;
      to.add(triangles[t], triangles[t + 1], triangles[t + 2]);
    }
    int corners = polygon.length / 2;
    for (int i = 0; i < corners && !inside.isEmpty(); i++) {
      int j = (i + 1) % corners;
      double dx = polygon[2 * j] - polygon[2 * i];
      double dy = polygon[2 * j + 1] - polygon[2 * i + 1];
      double length = Math.sqrt(dx * dx + dy * dy);
      Patch kept = new Patch(skin);
      inside.split(a, b, -dy / length, dx / length, polygon[2 * i], polygon[2 * i + 1], kept, rest);
      inside = kept;
    }
    become(rest);
    return inside;
  }

  /** Whether a triangle's corners all lie beyond one of the polygon's edges, or the other way. */
  private boolean apart(int t, int a, int b, double[] polygon) {
    double[] triangle = new double[6];
    for (int k = 0; k < 3; k++) {
      triangle[2 * k] = skin.get(triangles[t + k], a);
      triangle[2 * k + 1] = skin.get(triangles[t + k], b);
    }
    double area =
        (triangle[2] - triangle[0]) * (triangle[5] - triangle[1])
            - (triangle[3] - triangle[1]) * (triangle[4] - triangle[0]);
    return beyond(polygon, triangle, 1) || area != 0 && beyond(triangle, polygon, area);
  }

  private static boolean beyond(double[] p, double[] points, double sense) {
    for (int i = 0; i < p.length; i += 2) {
      int j = (i + 2) % p.length;
      boolean all = true;
      for (int k = 0; k < points.length && all; k += 2) {
        double d =
            (p[j] - p[i]) * (points[k + 1] - p[i + 1]) - (p[j + 1] - p[i + 1]) * (points[k] - p[i]);
        all = sense > 0 ? d <= 0 : d >= 0;
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  /** Parts the patch where a value is above a limit from where it is not. */
  Patch above(int value, double limit) {
    Patch kept = new Patch(skin);
    Patch rest = new Patch(skin);
    split(value, value, 1, 0, limit, 0, kept, rest);
    become(rest);
    return kept;
  }

  private void split(
      int a, int b, double na, double nb, double a0, double b0, Patch left, Patch right) {
    skin.next();
    double[] d = new double[3];
    for (int t = 0; t < size; t += 3) {
      int inside = 0;
      int outside = 0;
      for (int k = 0; k < 3; k++) {
        int v = triangles[t + k];
        d[k] = na * (skin.get(v, a) - a0) + nb * (skin.get(v, b) - b0);
        inside += d[k] > 0 ? 1 : 0;
        outside += d[k] < 0 ? 1 : 0;
      }
      if (inside == 0 || outside == 0) {
        (inside > 0 ? left : right).add(triangles[t], triangles[t + 1], triangles[t + 2]);
      } else {
        corner(t, d, inside == 1, inside == 1 ? left : right, inside == 1 ? right : left);
      }
    }
  }

  /** One corner lies on one side: it goes there, the rest as two triangles to the other. */
  private void corner(int t, double[] d, boolean positive, Patch alone, Patch others) {
    int k = 0;
    while ((d[k] > 0) != positive) {
      k++;
    }
    int p = triangles[t + k];
    int q = triangles[t + (k + 1) % 3];
    int r = triangles[t + (k + 2) % 3];
    int pq = between(p, q, d[k], d[(k + 1) % 3]);
    int pr = between(p, r, d[k], d[(k + 2) % 3]);
    alone.add(p, pq, pr);
    others.add(pq, q, r);
    others.add(pq, r, pr);
  }

  private int between(int a, int b, double da, double db) {
    if (db == 0) {
      return b;
    }
    return a < b ? skin.between(a, b, da / (da - db)) : skin.between(b, a, db / (db - da));
  }

  /** Joins another patch of the same skin to this. */
  Patch with(Patch other) {
    addAll(other);
    return this;
  }

  /**
   * The mesh of what is left, with places in m as texture coordinates.
   *
   * @param lift how far it is moved along its normals, in m
   * @param u which value of a vertex is u
   * @param v which value of a vertex is v
   */
  Mesh mesh(double lift, int u, int v) {
    int[] place = new int[skin.size()];
    int vertices = 0;
    int[] out = new int[size];
    int[] used = new int[size];
    for (int t = 0; t < size; t++) {
      int old = triangles[t];
      if (place[old] == 0) {
        used[vertices] = old;
        place[old] = ++vertices;
      }
      out[t] = place[old] - 1;
    }
    float[] positions = new float[3 * vertices];
    float[] normals = new float[3 * vertices];
    float[] uvs = new float[2 * vertices];
    for (int i = 0; i < vertices; i++) {
      for (int c = 0; c < 3; c++) {
        double n = skin.get(used[i], 3 + c);
        normals[3 * i + c] = (float) n;
        positions[3 * i + c] = (float) (skin.get(used[i], c) + lift * n);
      }
      uvs[2 * i] = (float) skin.get(used[i], u);
      uvs[2 * i + 1] = (float) skin.get(used[i], v);
    }
    return Mesh.of(positions, normals, out).uvs(uvs).build();
  }
}
