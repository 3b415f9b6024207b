package org.variegate.scene;

/** Linear blend skinning. */
final class Skinning {
  private Skinning() {}

  /**
   * Poses all vertices.
   *
   * @param mesh with joints and weights
   * @param rest positions, the mesh's own or morphed ones
   * @param up normals, the mesh's own or morphed ones
   * @param palette 12 values a joint
   * @param positions receives 3 a vertex
   * @param normals receives 3 a vertex, of length 1
   */
  static void blend(
      Mesh mesh, float[] rest, float[] up, float[] palette, float[] positions, float[] normals) {
    int width = mesh.influences();
    boolean rotations = rotations(palette);
    short[] joints = mesh.joints();
    float[] weights = mesh.weights();
    float[] m = new float[12];
    for (int v = 0, count = mesh.vertices(); v < count; v++) {
      matrix(joints, weights, palette, width * v, width, m);
      position(rest, m, 3 * v, positions);
      if (!rotations) {
        cofactors(m);
      }
      normal(up, m, 3 * v, normals);
    }
  }

  /** The weighted sum of joints' matrices, in numbers of its own and not through memory. */
  private static void matrix(
      short[] joints, float[] weights, float[] palette, int v, int width, float[] m) {
    float w = weights[v];
    int from = 12 * joints[v];
    float a = w * palette[from];
    float b = w * palette[from + 1];
    float c = w * palette[from + 2];
    float d = w * palette[from + 3];
    float e = w * palette[from + 4];
    float f = w * palette[from + 5];
    float g = w * palette[from + 6];
    float h = w * palette[from + 7];
    float i = w * palette[from + 8];
    float j = w * palette[from + 9];
    float k = w * palette[from + 10];
    float l = w * palette[from + 11];
    for (int next = v + 1; next < v + width; next++) {
      w = weights[next];
      if (w != 0) {
        from = 12 * joints[next];
        a += w * palette[from];
        b += w * palette[from + 1];
        c += w * palette[from + 2];
        d += w * palette[from + 3];
        e += w * palette[from + 4];
        f += w * palette[from + 5];
        g += w * palette[from + 6];
        h += w * palette[from + 7];
        i += w * palette[from + 8];
        j += w * palette[from + 9];
        k += w * palette[from + 10];
        l += w * palette[from + 11];
      }
    }
    m[0] = a;
    m[1] = b;
    m[2] = c;
    m[3] = d;
    m[4] = e;
    m[5] = f;
    m[6] = g;
    m[7] = h;
    m[8] = i;
    m[9] = j;
    m[10] = k;
    m[11] = l;
  }

  private static void position(float[] rest, float[] m, int i, float[] to) {
    float x = rest[i];
    float y = rest[i + 1];
    float z = rest[i + 2];
    to[i] = m[0] * x + m[1] * y + m[2] * z + m[3];
    to[i + 1] = m[4] * x + m[5] * y + m[6] * z + m[7];
    to[i + 2] = m[8] * x + m[9] * y + m[10] * z + m[11];
  }

  private static void normal(float[] rest, float[] m, int i, float[] to) {
    float x = rest[i];
    float y = rest[i + 1];
    float z = rest[i + 2];
    float nx = m[0] * x + m[1] * y + m[2] * z;
    float ny = m[4] * x + m[5] * y + m[6] * z;
    float nz = m[8] * x + m[9] * y + m[10] * z;
    float squared = nx * nx + ny * ny + nz * nz;
    float scale = squared > 1e-30f ? 1 / (float) Math.sqrt(squared) : 0;
    to[i] = nx * scale;
    to[i + 1] = ny * scale;
    to[i + 2] = nz * scale;
  }

  /** Whether every joint only turns and scales alike in all directions. */
  private static boolean rotations(float[] palette) {
    for (int i = 0; i < palette.length; i += 12) {
      double xx = dot(palette, i, i);
      double yy = dot(palette, i + 4, i + 4);
      double zz = dot(palette, i + 8, i + 8);
      double tolerance = 1e-3 * xx;
      if (!(Math.abs(xx - yy) <= tolerance
          && Math.abs(xx - zz) <= tolerance
          && Math.abs(dot(palette, i, i + 4)) <= tolerance
          && Math.abs(dot(palette, i, i + 8)) <= tolerance
          && Math.abs(dot(palette, i + 4, i + 8)) <= tolerance)) {
        return false;
      }
    }
    return true;
  }

  private static double dot(float[] a, int i, int j) {
    return (double) a[i] * a[j] + (double) a[i + 1] * a[j + 1] + (double) a[i + 2] * a[j + 2];
  }

  /** Makes the matrix what normals are taken through. */
  private static void cofactors(float[] m) {
    float c00 = m[5] * m[10] - m[6] * m[9];
    float c01 = m[6] * m[8] - m[4] * m[10];
    float c02 = m[4] * m[9] - m[5] * m[8];
    float c10 = m[9] * m[2] - m[10] * m[1];
    float c11 = m[10] * m[0] - m[8] * m[2];
    float c12 = m[8] * m[1] - m[9] * m[0];
    float c20 = m[1] * m[6] - m[2] * m[5];
    float c21 = m[2] * m[4] - m[0] * m[6];
    float c22 = m[0] * m[5] - m[1] * m[4];
    m[0] = c00;
    m[1] = c01;
    m[2] = c02;
    m[4] = c10;
    m[5] = c11;
    m[6] = c12;
    m[8] = c20;
    m[9] = c21;
    m[10] = c22;
  }
}
