package org.variegate.scene.shape;

import org.variegate.scene.Mesh;

/** A box as six faces, each with a border that bends round its edges. */
final class Boxes {
  private Boxes() {}

  static Mesh box(double x, double y, double z, double bevel) {
    double[] half = {x, y, z};
    double most = Math.min(x, Math.min(y, z));
    if (!(bevel >= 0 && bevel <= most)) {
      throw new IllegalArgumentException(
          "bevel: needs 0 to half the shortest side " + most + ", got " + bevel);
    }
    int n = bevel > 0 ? 4 : 2;
    float[] positions = new float[6 * n * n * 3];
    float[] normals = new float[positions.length];
    float[] uvs = new float[6 * n * n * 2];
    int[] triangles = new int[6 * (n - 1) * (n - 1) * 6];
    for (int face = 0; face < 6; face++) {
      for (int k = 0; k < n * n; k++) {
        int vertex = face * n * n + k;
        corner(half, bevel, face, steps(n, k % n), steps(n, k / n), vertex, positions, normals);
        uvs[2 * vertex] = (float) (k % n) / (n - 1);
        uvs[2 * vertex + 1] = 1 - (float) (k / n) / (n - 1);
      }
      quads(triangles, face * (n - 1) * (n - 1) * 6, n, face * n * n);
    }
    return Mesh.of(positions, normals, triangles).uvs(uvs).build();
  }

  /** -2 and 2 are the edges, -1 and 1 where they begin to bend. */
  private static int steps(int n, int i) {
    return n == 2 ? 4 * i - 2 : new int[] {-2, -1, 1, 2}[i];
  }

  private static void corner(
      double[] half,
      double bevel,
      int face,
      int right,
      int up,
      int vertex,
      float[] positions,
      float[] normals) {
    int axis = face % 3;
    int sign = face < 3 ? 1 : -1;
    int[] place = new int[3];
    place[axis] = 2 * sign;
    place[(axis + 1) % 3] = right;
    place[(axis + 2) % 3] = sign * up;
    double[] n = new double[3];
    double length = 0;
    for (int c = 0; c < 3; c++) {
      boolean out = bevel > 0 ? Math.abs(place[c]) == 2 : c == axis;
      n[c] = out ? Integer.signum(place[c]) : 0;
      length += n[c] * n[c];
    }
    for (int c = 0; c < 3; c++) {
      double normal = n[c] / Math.sqrt(length);
      normals[3 * vertex + c] = (float) normal;
      positions[3 * vertex + c] =
          (float) (Integer.signum(place[c]) * (half[c] - bevel) + bevel * normal);
    }
  }

  private static void quads(int[] triangles, int to, int n, int first) {
    int at = to;
    for (int j = 0; j + 1 < n; j++) {
      for (int i = 0; i + 1 < n; i++) {
        int a = first + j * n + i;
        for (int vertex : new int[] {a, a + 1, a + n + 1, a, a + n + 1, a + n}) {
          triangles[at++] = vertex;
        }
      }
    }
  }
}
