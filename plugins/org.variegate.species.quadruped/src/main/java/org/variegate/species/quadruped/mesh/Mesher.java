package org.variegate.species.quadruped.mesh;

import java.util.Arrays;
import org.variegate.species.quadruped.field.Field;
import org.variegate.species.quadruped.field.Slope;
import org.variegate.species.quadruped.field.Vec;

/**
 * Finds the surface of a field by surface nets (Gibson 1998) on an octree: one vertex a cell, one
 * face for each shortest edge that crosses the surface, as in dual contouring (Ju et al. 2002). So
 * cells of different sizes meet without gaps. Vertices are then moved onto the surface.
 */
public final class Mesher {
  private final Field field;
  private final Slope slope;
  private final Octree tree;
  private final Corners corners = new Corners();
  private final int[] vertexOf;
  private double[] sums = new double[4 * 8192];
  private int[] cellOf = new int[8192];
  private int vertices;
  private int[] triangles = new int[3 * 16384];
  private int used;
  private int[] seen = new int[1 << 15];
  private int faces;
  private int[] quads = new int[4 * 8192];

  /** The field at the corners of the cell at hand, and the cells about an edge of it. */
  private final float[] here = new float[8];

  private final int[] around = new int[4];

  private Mesher(Field field, Octree tree) {
    this.field = field;
    slope = new Slope(field);
    this.tree = tree;
    vertexOf = new int[tree.count()];
    Arrays.fill(vertexOf, -1);
    Arrays.fill(seen, -1);
  }

  /**
   * The surface where a field is 0.
   *
   * @param field to look at
   * @param lower corner of a cube that holds the surface
   * @param edge of the cube
   * @param sizing how fine
   * @return closed, if the sizing is finer than what is thin
   */
  public static Surface surface(Field field, Vec lower, double edge, Sizing sizing) {
    Octree tree = new Octree(field, sizing, lower.x(), lower.y(), lower.z(), edge);
    Mesher mesher = new Mesher(field, tree);
    for (int cell = 0; cell < tree.count(); cell++) {
      if (tree.leaf(cell) && tree.active(cell) != null) {
        mesher.edges(cell);
      }
    }
    return mesher.finish();
  }

  /** The edges of a cell, of which most lie on one side of the surface. */
  private void edges(int cell) {
    int size = 1 << tree.level(cell);
    int inside = 0;
    for (int i = 0; i < 8; i++) {
      int x = tree.x(cell) + (i & 1) * size;
      int y = tree.y(cell) + (i >> 1 & 1) * size;
      int z = tree.z(cell) + (i >> 2) * size;
      here[i] = corner(cell, x, y, z);
      inside += here[i] < 0 ? 1 : 0;
    }
    if (inside == 0 || inside == 8) {
      return;
    }
    for (int axis = 0; axis < 3; axis++) {
      int along = 1 << axis;
      int u = 1 << (axis + 1) % 3;
      int v = 1 << (axis + 2) % 3;
      for (int k = 0; k < 4; k++) {
        int from = (k & 1) * u + (k >> 1) * v;
        if (here[from] < 0 != here[from + along] < 0) {
          edge(cell, axis, from);
        }
      }
    }
  }

  /** An edge from a corner along an axis; (axis, u, v) turn to the right hand. */
  private void edge(int cell, int axis, int corner) {
    int size = 1 << tree.level(cell);
    int x = tree.x(cell) + (corner & 1) * size;
    int y = tree.y(cell) + (corner >> 1 & 1) * size;
    int z = tree.z(cell) + (corner >> 2) * size;
    int key = Corners.key(x, y, z) | axis << 30;
    int place = met(key);
    if (place >= 0) {
      return;
    }
    for (int k = 0; k < 4; k++) {
      int du = k == 1 || k == 2 ? 0 : -1;
      int dv = k >= 2 ? 0 : -1;
      int cx = x + (axis == 0 ? 0 : axis == 1 ? dv : du);
      int cy = y + (axis == 1 ? 0 : axis == 2 ? dv : du);
      int cz = z + (axis == 2 ? 0 : axis == 0 ? dv : du);
      around[k] = tree.find(cx, cy, cz);
      if (around[k] < 0 || tree.level(around[k]) < tree.level(cell)) {
        return;
      }
    }
    meet(~place, key);
    float from = here[corner];
    float to = here[corner + (1 << axis)];
    double t = size * (from / (from - to));
    double px = x + (axis == 0 ? t : 0);
    double py = y + (axis == 1 ? t : 0);
    double pz = z + (axis == 2 ? t : 0);
    if (4 * faces + 4 > quads.length) {
      quads = Arrays.copyOf(quads, 2 * quads.length);
    }
    for (int k = 0; k < 4; k++) {
      int turn = from < 0 ? k : 3 - k;
      quads[4 * faces + turn] = cross(around[k], px, py, pz);
    }
    faces++;
  }

  /**
   * The place of an edge that was met before, or the complement of where it would go; keys of edges
   * are those of corners with two bits more.
   */
  private int met(int edge) {
    int mask = seen.length - 1;
    int at = Corners.home(edge, mask);
    while (seen[at] != edge) {
      if (seen[at] == -1) {
        return ~at;
      }
      at = (at + 1) & mask;
    }
    return at;
  }

  private void meet(int free, int edge) {
    seen[free] = edge;
    if (2 * faces > seen.length / 2) {
      int[] old = seen;
      seen = new int[2 * old.length];
      Arrays.fill(seen, -1);
      for (int kept : old) {
        if (kept != -1) {
          seen[~met(kept)] = kept;
        }
      }
    }
  }

  private float corner(int cell, int x, int y, int z) {
    int key = Corners.key(x, y, z);
    int place = corners.find(key);
    if (place >= 0) {
      return corners.value(place);
    }
    float value =
        (float) field.at(tree.active(cell), tree.worldX(x), tree.worldY(y), tree.worldZ(z));
    corners.put(~place, key, value);
    return value;
  }

  private int cross(int cell, double x, double y, double z) {
    int vertex = vertexOf[cell];
    if (vertex < 0) {
      vertex = vertices++;
      vertexOf[cell] = vertex;
      if (vertex == cellOf.length) {
        cellOf = Arrays.copyOf(cellOf, 2 * vertex);
        sums = Arrays.copyOf(sums, 8 * vertex);
      }
      cellOf[vertex] = cell;
    }
    sums[4 * vertex] += x;
    sums[4 * vertex + 1] += y;
    sums[4 * vertex + 2] += z;
    sums[4 * vertex + 3]++;
    return vertex;
  }

  private Surface finish() {
    float[] positions = new float[3 * vertices];
    float[] normals = new float[3 * vertices];
    for (int v = 0; v < vertices; v++) {
      place(v, positions, normals);
    }
    for (int q = 0; q < 4 * faces; q += 4) {
      int a = quads[q];
      int b = quads[q + 1];
      int c = quads[q + 2];
      int d = quads[q + 3];
      if (apart(positions, a, c) <= apart(positions, b, d)) {
        triangle(a, b, c);
        triangle(a, c, d);
      } else {
        triangle(a, b, d);
        triangle(b, c, d);
      }
    }
    return new Surface(positions, normals, Arrays.copyOf(triangles, used));
  }

  /** Moves the mean of a cell's crossings along the gradient to the surface. */
  private void place(int v, float[] positions, float[] normals) {
    double n = sums[4 * v + 3];
    double x = tree.worldX(sums[4 * v] / n);
    double y = tree.worldY(sums[4 * v + 1] / n);
    double z = tree.worldZ(sums[4 * v + 2] / n);
    int cell = cellOf[v];
    int[] active = tree.active(cell) == null ? field.all() : tree.active(cell);
    double edge = tree.step() * (1 << tree.level(cell));
    slope.move(active, x, y, z);
    double steep = slope.x() * slope.x() + slope.y() * slope.y() + slope.z() * slope.z();
    double move = -slope.distance() / Math.max(0.3, steep);
    double limit = 0.5 * edge;
    move = Math.max(-limit, Math.min(limit, move));
    x += move * slope.x();
    y += move * slope.y();
    z += move * slope.z();
    slope.move(active, x, y, z);
    Vec normal = new Vec(slope.x(), slope.y(), slope.z()).unit();
    positions[3 * v] = (float) x;
    positions[3 * v + 1] = (float) y;
    positions[3 * v + 2] = (float) z;
    normals[3 * v] = (float) normal.x();
    normals[3 * v + 1] = (float) normal.y();
    normals[3 * v + 2] = (float) normal.z();
  }

  private static double apart(float[] p, int a, int b) {
    double dx = p[3 * a] - p[3 * b];
    double dy = p[3 * a + 1] - p[3 * b + 1];
    double dz = p[3 * a + 2] - p[3 * b + 2];
    return dx * dx + dy * dy + dz * dz;
  }

  private void triangle(int a, int b, int c) {
    if (a == b || b == c || c == a) {
      return;
    }
    if (used + 3 > triangles.length) {
      triangles = Arrays.copyOf(triangles, 2 * triangles.length);
    }
    triangles[used++] = a;
    triangles[used++] = b;
    triangles[used++] = c;
  }
}
