package org.variegate.scene.shape;

import org.variegate.scene.Mesh;

/**
 * A surface of rows of points. Normals are the means of the faces around, by area: a row or column
 * that is repeated makes a crease, one that is a single point makes a pole. Seen from the front
 * columns run to the right and rows upwards.
 */
final class Lattice {
  private final int rows;
  private final int columns;
  private final float[] positions;
  private final float[] uvs;
  private final double[] sums;

  /**
   * Takes the points.
   *
   * @param rows at least 2
   * @param columns at least 2
   * @param positions 3 a point, row by row
   * @param uvs 2 a point, or null for the shares of the mean lengths along columns and rows
   */
  private Lattice(int rows, int columns, float[] positions, float[] uvs) {
    this.rows = rows;
    this.columns = columns;
    this.positions = positions;
    this.uvs = uvs == null ? shares() : uvs;
    this.sums = new double[positions.length];
  }

  /**
   * Makes the mesh.
   *
   * @param around whether the last column is the first again
   * @param along whether the last row is the first again
   */
  static Mesh mesh(
      int rows, int columns, float[] positions, float[] uvs, boolean around, boolean along) {
    Lattice lattice = new Lattice(rows, columns, positions, uvs);
    int[] triangles = lattice.triangles();
    lattice.sum(triangles);
    lattice.weld(around, along);
    return Mesh.of(positions, lattice.normals(), triangles).uvs(lattice.uvs).build();
  }

  private int[] triangles() {
    int[] all = new int[6 * (rows - 1) * (columns - 1)];
    int n = 0;
    for (int j = 0; j + 1 < rows; j++) {
      for (int i = 0; i + 1 < columns; i++) {
        int a = j * columns + i;
        int c = a + columns + 1;
        n = triangle(all, n, a, a + 1, c);
        n = triangle(all, n, a, c, a + columns);
      }
    }
    return n == all.length ? all : java.util.Arrays.copyOf(all, n);
  }

  /** Leaves out what has no area because two corners are one point. */
  private int triangle(int[] all, int n, int a, int b, int c) {
    if (same(a, b) || same(b, c) || same(c, a)) {
      return n;
    }
    all[n] = a;
    all[n + 1] = b;
    all[n + 2] = c;
    return n + 3;
  }

  private boolean same(int a, int b) {
    float[] p = positions;
    return p[3 * a] == p[3 * b] && p[3 * a + 1] == p[3 * b + 1] && p[3 * a + 2] == p[3 * b + 2];
  }

  private void sum(int[] triangles) {
    float[] p = positions;
    for (int t = 0; t < triangles.length; t += 3) {
      int a = 3 * triangles[t];
      int b = 3 * triangles[t + 1];
      int c = 3 * triangles[t + 2];
      double ux = p[b] - p[a];
      double uy = p[b + 1] - p[a + 1];
      double uz = p[b + 2] - p[a + 2];
      double vx = p[c] - p[a];
      double vy = p[c + 1] - p[a + 1];
      double vz = p[c + 2] - p[a + 2];
      for (int corner : new int[] {a, b, c}) {
        sums[corner] += uy * vz - uz * vy;
        sums[corner + 1] += uz * vx - ux * vz;
        sums[corner + 2] += ux * vy - uy * vx;
      }
    }
  }

  private void weld(boolean around, boolean along) {
    for (int j = 0; j < rows; j++) {
      int first = j * columns;
      if (pole(first, 1, columns)) {
        share(first, 1, columns);
      } else if (around) {
        share(first, columns - 1, 2);
      }
    }
    for (int i = 0; i < columns; i++) {
      if (pole(i, columns, rows)) {
        share(i, columns, rows);
      } else if (along) {
        share(i, (rows - 1) * columns, 2);
      }
    }
  }

  private boolean pole(int first, int step, int count) {
    for (int k = 1; k < count; k++) {
      if (!same(first, first + k * step)) {
        return false;
      }
    }
    return true;
  }

  private void share(int first, int step, int count) {
    for (int c = 0; c < 3; c++) {
      double sum = 0;
      for (int k = 0; k < count; k++) {
        sum += sums[3 * (first + k * step) + c];
      }
      for (int k = 0; k < count; k++) {
        sums[3 * (first + k * step) + c] = sum;
      }
    }
  }

  private float[] normals() {
    float[] normals = new float[sums.length];
    for (int i = 0; i < sums.length; i += 3) {
      double x = sums[i];
      double y = sums[i + 1];
      double z = sums[i + 2];
      double length = Math.sqrt(x * x + y * y + z * z);
      boolean none = length == 0;
      normals[i] = none ? 0 : (float) (x / length);
      normals[i + 1] = none ? 1 : (float) (y / length);
      normals[i + 2] = none ? 0 : (float) (z / length);
    }
    return normals;
  }

  private float[] shares() {
    double[] right = lengths(columns, 1, rows, columns);
    double[] up = lengths(rows, columns, columns, 1);
    float[] shares = new float[2 * rows * columns];
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        shares[2 * (j * columns + i)] = (float) right[i];
        shares[2 * (j * columns + i) + 1] = (float) (1 - up[j]);
      }
    }
    return shares;
  }

  /** Cumulative lengths from 0 to 1 over {@code count} steps, summed over parallel lines. */
  private double[] lengths(int count, int step, int lines, int nextLine) {
    double[] sum = new double[count];
    for (int k = 1; k < count; k++) {
      sum[k] = sum[k - 1];
      for (int line = 0; line < lines; line++) {
        int b = 3 * (line * nextLine + k * step);
        int a = b - 3 * step;
        double x = positions[b] - positions[a];
        double y = positions[b + 1] - positions[a + 1];
        double z = positions[b + 2] - positions[a + 2];
        sum[k] += Math.sqrt(x * x + y * y + z * z);
      }
    }
    double all = sum[count - 1];
    for (int k = 0; k < count && all > 0; k++) {
      sum[k] /= all;
    }
    return sum;
  }
}
