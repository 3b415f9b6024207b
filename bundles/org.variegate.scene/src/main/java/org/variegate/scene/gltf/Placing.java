package org.variegate.scene.gltf;

import java.util.Arrays;
import javax.vecmath.Matrix4d;

/**
 * Takes vertices from one space to another, with their normals; mirrors faces that are mirrored.
 */
final class Placing {
  private Placing() {}

  static void move(Matrix4d m, Primitive part) {
    double[] rows = rows(m);
    double[] cofactors = cofactors(rows);
    for (int i = 0; i < part.positions.length; i += 3) {
      position(rows, part.positions, i);
      double length = normal(cofactors, part.normals, i);
      for (int t = 0; t < part.morphPositions.size(); t++) {
        turn(part.morphPositions.get(t), i, rows, 4, 1);
        turn(part.morphNormals.get(t), i, cofactors, 3, length);
      }
    }
    for (int i = 0; i < part.triangles.length && cofactors[9] < 0; i += 3) {
      turn(part.triangles, i);
    }
  }

  private static void turn(int[] triangles, int i) {
    int swap = triangles[i];
    triangles[i] = triangles[i + 1];
    triangles[i + 1] = swap;
  }

  /** Linear blend skinning; a triangle is turned where most of its corners are mirrored. */
  static void blend(Matrix4d[] posed, Primitive part) {
    double[][] rows = new double[posed.length][];
    for (int j = 0; j < rows.length; j++) {
      rows[j] = rows(posed[j]);
    }
    boolean[] mirrored = new boolean[part.vertices()];
    double[] sum = new double[12];
    for (int v = 0; v < part.vertices(); v++) {
      Arrays.fill(sum, 0);
      for (int i = part.influences * v; i < part.influences * (v + 1); i++) {
        for (int k = 0; k < 12; k++) {
          sum[k] += part.weights[i] * rows[part.joints[i]][k];
        }
      }
      position(sum, part.positions, 3 * v);
      double[] cofactors = cofactors(sum);
      normal(cofactors, part.normals, 3 * v);
      mirrored[v] = cofactors[9] < 0;
    }
    int[] t = part.triangles;
    for (int i = 0; i < t.length; i += 3) {
      boolean a = mirrored[t[i]];
      boolean b = mirrored[t[i + 1]];
      if (a == b ? a : mirrored[t[i + 2]]) {
        turn(t, i);
      }
    }
  }

  /** Makes the weights of each vertex, so many, at least 0 with the sum 1. */
  static void normalize(float[] weights, int influences) {
    for (int i = 0; i < weights.length; i += influences) {
      float sum = 0;
      for (int k = i; k < i + influences; k++) {
        weights[k] = Math.max(0, weights[k]);
        sum += weights[k];
      }
      for (int k = i; k < i + influences; k++) {
        weights[k] = sum > 0 && sum < Float.POSITIVE_INFINITY ? weights[k] / sum : k == i ? 1 : 0;
      }
    }
  }

  private static double[] rows(Matrix4d m) {
    return new double[] {
      m.m00, m.m01, m.m02, m.m03, m.m10, m.m11, m.m12, m.m13, m.m20, m.m21, m.m22, m.m23
    };
  }

  /** What normals are taken through, and the determinant. */
  private static double[] cofactors(double[] m) {
    double[] c = {
      m[5] * m[10] - m[6] * m[9],
      m[6] * m[8] - m[4] * m[10],
      m[4] * m[9] - m[5] * m[8],
      m[9] * m[2] - m[10] * m[1],
      m[10] * m[0] - m[8] * m[2],
      m[8] * m[1] - m[9] * m[0],
      m[1] * m[6] - m[2] * m[5],
      m[2] * m[4] - m[0] * m[6],
      m[0] * m[5] - m[1] * m[4],
      0
    };
    c[9] = m[0] * c[0] + m[1] * c[1] + m[2] * c[2];
    for (int i = 0; i < 9 && c[9] < 0; i++) {
      c[i] = -c[i];
    }
    return c;
  }

  /** Takes a difference through the matrix that begins each row after so many values. */
  private static void turn(float[] v, int i, double[] m, int row, double length) {
    double x = v[i];
    double y = v[i + 1];
    double z = v[i + 2];
    for (int axis = 0; axis < 3; axis++) {
      int r = row * axis;
      v[i + axis] = (float) ((m[r] * x + m[r + 1] * y + m[r + 2] * z) / length);
    }
  }

  private static void position(double[] m, float[] p, int i) {
    double x = p[i];
    double y = p[i + 1];
    double z = p[i + 2];
    p[i] = (float) (m[0] * x + m[1] * y + m[2] * z + m[3]);
    p[i + 1] = (float) (m[4] * x + m[5] * y + m[6] * z + m[7]);
    p[i + 2] = (float) (m[8] * x + m[9] * y + m[10] * z + m[11]);
  }

  /** Of length 1; upwards where there was none. How long it was, or 1. */
  private static double normal(double[] c, float[] n, int i) {
    double x = c[0] * n[i] + c[1] * n[i + 1] + c[2] * n[i + 2];
    double y = c[3] * n[i] + c[4] * n[i + 1] + c[5] * n[i + 2];
    double z = c[6] * n[i] + c[7] * n[i + 1] + c[8] * n[i + 2];
    double length = Math.sqrt(x * x + y * y + z * z);
    boolean fine = length > 0 && length < Double.POSITIVE_INFINITY;
    n[i] = fine ? (float) (x / length) : 0;
    n[i + 1] = fine ? (float) (y / length) : 1;
    n[i + 2] = fine ? (float) (z / length) : 0;
    return fine ? length : 1;
  }
}
