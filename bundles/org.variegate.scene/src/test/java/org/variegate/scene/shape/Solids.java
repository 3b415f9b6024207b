package org.variegate.scene.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.variegate.scene.Mesh;

/** What is true of every solid's mesh. */
final class Solids {
  private Solids() {}

  static double volume(Mesh mesh) {
    double sum = 0;
    for (int t = 0; t < mesh.triangles().length; t += 3) {
      double[] a = point(mesh, t);
      double[] b = point(mesh, t + 1);
      double[] c = point(mesh, t + 2);
      sum +=
          a[0] * (b[1] * c[2] - b[2] * c[1])
              + a[1] * (b[2] * c[0] - b[0] * c[2])
              + a[2] * (b[0] * c[1] - b[1] * c[0]);
    }
    return sum / 6;
  }

  private static double[] point(Mesh mesh, int corner) {
    int v = 3 * mesh.triangles()[corner];
    return new double[] {mesh.positions()[v], mesh.positions()[v + 1], mesh.positions()[v + 2]};
  }

  /** Each edge, by its ends' places, is walked once in each direction. */
  static void assertClosed(String name, Mesh mesh) {
    Map<String, Integer> edges = new HashMap<>();
    for (int t = 0; t < mesh.triangles().length; t += 3) {
      for (int k = 0; k < 3; k++) {
        String from = java.util.Arrays.toString(point(mesh, t + k));
        String to = java.util.Arrays.toString(point(mesh, t + (k + 1) % 3));
        edges.merge(from + to, 1, Integer::sum);
        edges.merge(to + from, -1, Integer::sum);
      }
    }
    edges.forEach((edge, count) -> assertEquals(0, count, name + ": open at " + edge));
  }

  /** Normals have length 1 and lie on the side of the face that is its front. */
  static void assertNormals(String name, Mesh mesh) {
    float[] n = mesh.normals();
    for (int i = 0; i < n.length; i += 3) {
      assertEquals(1, n[i] * n[i] + n[i + 1] * n[i + 1] + n[i + 2] * n[i + 2], 1e-5, name);
    }
    for (int t = 0; t < mesh.triangles().length; t += 3) {
      double[] a = point(mesh, t);
      double[] b = point(mesh, t + 1);
      double[] c = point(mesh, t + 2);
      double[] f = {
        (b[1] - a[1]) * (c[2] - a[2]) - (b[2] - a[2]) * (c[1] - a[1]),
        (b[2] - a[2]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[2] - a[2]),
        (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
      };
      double length = Math.sqrt(f[0] * f[0] + f[1] * f[1] + f[2] * f[2]);
      for (int k = 0; k < 3; k++) {
        int v = 3 * mesh.triangles()[t + k];
        double along = (f[0] * n[v] + f[1] * n[v + 1] + f[2] * n[v + 2]) / length;
        assertTrue(along > 0.2, name + ": normal " + along + " of triangle " + t / 3);
      }
    }
  }
}
