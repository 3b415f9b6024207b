package org.variegate.source.models;

import org.variegate.scene.Mesh;

/**
 * Guesses where a model looks. The front of a glTF file is +Z, but many files lie along X: what is
 * longer along X than along Z looks towards the end at which its surface is higher, as animals and
 * bicycles do.
 */
final class Front {
  private Front() {}

  /** The turn about the vertical that takes the front to +Z, in degrees: 0, 90 or -90. */
  static double yaw(Mesh mesh) {
    float[] p = mesh.positions();
    float[] lower = {p[0], p[1], p[2]};
    float[] upper = lower.clone();
    for (int i = 0; i < p.length; i++) {
      lower[i % 3] = Math.min(lower[i % 3], p[i]);
      upper[i % 3] = Math.max(upper[i % 3], p[i]);
    }
    if (upper[0] - lower[0] <= upper[2] - lower[2]) {
      return 0;
    }
    return covariance(mesh, 0) >= 0 ? -90 : 90;
  }

  /** Of a horizontal axis and y over the surface, but for a factor. */
  static double covariance(Mesh mesh, int axis) {
    float[] p = mesh.positions();
    double sum = 0;
    double sumAlong = 0;
    double sumY = 0;
    double sumProduct = 0;
    for (int t = 0; t < mesh.triangles().length; t += 3) {
      int a = 3 * mesh.triangles()[t];
      int b = 3 * mesh.triangles()[t + 1];
      int c = 3 * mesh.triangles()[t + 2];
      double area = area(p, a, b, c);
      double along = (double) p[a + axis] + p[b + axis] + p[c + axis];
      double y = (double) p[a + 1] + p[b + 1] + p[c + 1];
      double products =
          (double) p[a + axis] * p[a + 1]
              + (double) p[b + axis] * p[b + 1]
              + (double) p[c + axis] * p[c + 1];
      sum += area;
      sumAlong += area * along / 3;
      sumY += area * y / 3;
      sumProduct += area * (products + along * y) / 12;
    }
    return sumProduct - sumAlong * sumY / sum;
  }

  private static double area(float[] p, int a, int b, int c) {
    double ux = (double) p[b] - p[a];
    double uy = (double) p[b + 1] - p[a + 1];
    double uz = (double) p[b + 2] - p[a + 2];
    double vx = (double) p[c] - p[a];
    double vy = (double) p[c + 1] - p[a + 1];
    double vz = (double) p[c + 2] - p[a + 2];
    double x = uy * vz - uz * vy;
    double y = uz * vx - ux * vz;
    double z = ux * vy - uy * vx;
    return Math.sqrt(x * x + y * y + z * z) / 2;
  }
}
