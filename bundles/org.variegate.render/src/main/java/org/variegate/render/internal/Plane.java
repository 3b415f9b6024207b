package org.variegate.render.internal;

import javax.vecmath.Matrix4f;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;

/**
 * A triangle of one normal as runs of pixels need it: over a plane, one over the depth is linear in
 * the picture, and texture coordinates are the ratio of two linear functions.
 */
final class Plane {
  final Surface surface;
  final int triangle;

  /** Whether nothing but textures changes from place to place on it. */
  final boolean even;

  /** One over the depth at the picture's axis, and what it grows by right and down. */
  final double[] share = new double[3];

  /** The same of the texture coordinates over the depth. */
  final double[] u = new double[3];

  final double[] v = new double[3];

  /** The normal in the world. */
  final float nx;

  final float ny;
  final float nz;

  /** How u and v grow in the world, by metre. */
  final float[] alongU = new float[3];

  final float[] alongV = new float[3];

  /** Texture area of a pixel over the cube of the depth, in repeats. */
  final double area;

  /** What its vertices multiply the base colour by, and share of the sky seen. */
  final float[] color = {1, 1, 1};

  final float open;

  private final int[] vertices = new int[3];

  /**
   * Sees a triangle.
   *
   * @param triangles with their corners in the projection's scaled space
   * @param id the frame's number of the triangle
   * @param f at the triangle, which is flat
   */
  Plane(Triangles triangles, int id, Fragment f) {
    triangle = id;
    surface = f.surface;
    nx = f.normalX;
    ny = f.normalY;
    nz = f.normalZ;
    vertices[0] = f.a;
    vertices[1] = f.b;
    vertices[2] = f.c;
    Mesh mesh = surface.mesh;
    open = mesh.occlusion() == null ? 1 : mesh.occlusion()[f.a];
    even = even(surface.material, mesh);
    double[] k = corners(triangles);
    double[][] w = shares(k);
    double scale = k[0] * w[1][0] + k[1] * w[2][0] + k[2] * w[0][0];
    float[] uv = coordinates();
    Mapping map = surface.material.mapping();
    for (int i = 0; i < 3; i++) {
      share[i] = (w[i][0] + w[i][1] + w[i][2]) / scale;
      u[i] = (w[i][0] * uv[0] + w[i][1] * uv[2] + w[i][2] * uv[4]) / scale;
      v[i] = (w[i][0] * uv[1] + w[i][1] * uv[3] + w[i][2] * uv[5]) / scale;
      u[i] += share[i] * map.offsetU();
      v[i] += share[i] * map.offsetV();
    }
    double bu = (double) uv[2] - uv[0];
    double bv = (double) uv[3] - uv[1];
    double cu = (double) uv[4] - uv[0];
    double cv = (double) uv[5] - uv[1];
    area = (bu * cv - cu * bv) / scale;
    gradients(bu, bv, cu, cv);
  }

  private boolean even(Material m, Mesh mesh) {
    float[] n = mesh.colors();
    if (n != null) {
      for (int c = 0; c < 3; c++) {
        color[c] = n[3 * vertices[0] + c];
      }
    }
    return equal(n, 3)
        && equal(mesh.occlusion(), 1)
        && !m.unlit()
        && m.normals() == null
        && (m.fur() == null || mesh.fur() == null)
        && (m.albedo() == null || m.albedo().channels() > 1)
        && (m.bump() == null || m.bump().channels() == 1);
  }

  /** Whether an attribute is the same at all vertices. */
  private boolean equal(float[] values, int stride) {
    for (int i = 0; values != null && i < stride; i++) {
      float first = values[stride * vertices[0] + i];
      if (values[stride * vertices[1] + i] != first || values[stride * vertices[2] + i] != first) {
        return false;
      }
    }
    return true;
  }

  private double[] corners(Triangles triangles) {
    double[] k = new double[9];
    for (int i = 0; i < 9; i++) {
      k[i] = triangles.corners[3 * (vertices[i / 3] + surface.vertexBase) + i % 3];
    }
    return k;
  }

  /** Of each vertex: its share at the axis, unscaled, and what that grows by right and down. */
  private static double[][] shares(double[] k) {
    double[][] w = new double[3][3];
    for (int i = 0; i < 3; i++) {
      int b = 3 * ((i + 1) % 3);
      int c = 3 * ((i + 2) % 3);
      w[0][i] = k[b] * k[c + 1] - k[b + 1] * k[c];
      w[1][i] = k[b + 1] * k[c + 2] - k[b + 2] * k[c + 1];
      w[2][i] = k[b + 2] * k[c] - k[b] * k[c + 2];
    }
    return w;
  }

  /** Texture coordinates of the corners, before the offset. */
  private float[] coordinates() {
    Material m = surface.material;
    float[] uv = new float[6];
    if (!surface.textured) {
      return uv;
    }
    float[] from = surface.mesh.uvs();
    int stride = 2;
    int s = 0;
    int t = 1;
    if (m.mapping().triplanar()) {
      float[] n = surface.mesh.normals();
      int facing = Skin.facing(n[3 * vertices[0]], n[3 * vertices[0] + 1], n[3 * vertices[0] + 2]);
      from = surface.mesh.positions();
      stride = 3;
      s = facing == 0 ? 2 : 0;
      t = facing == 1 ? 2 : 1;
    }
    float c = surface.turn[0];
    float d = surface.turn[1];
    for (int i = 0; i < 3; i++) {
      float a = from[stride * vertices[i] + s];
      float b = from[stride * vertices[i] + t];
      uv[2 * i] = m.mapping().scaleU() * (c * a - d * b);
      uv[2 * i + 1] = m.mapping().scaleV() * (d * a + c * b);
    }
    return uv;
  }

  /** Finds how texture coordinates grow in the world, from how they grow along two edges. */
  private void gradients(double bu, double bv, double cu, double cv) {
    Matrix4f m = surface.instance.placement();
    float[] at = surface.geometry.positions();
    double[] p = new double[9];
    for (int i = 0; i < 3; i++) {
      double x = at[3 * vertices[i]];
      double y = at[3 * vertices[i] + 1];
      double z = at[3 * vertices[i] + 2];
      p[3 * i] = m.m00 * x + m.m01 * y + m.m02 * z;
      p[3 * i + 1] = m.m10 * x + m.m11 * y + m.m12 * z;
      p[3 * i + 2] = m.m20 * x + m.m21 * y + m.m22 * z;
    }
    double[] b = {p[3] - p[0], p[4] - p[1], p[5] - p[2]};
    double[] c = {p[6] - p[0], p[7] - p[1], p[8] - p[2]};
    double bb = b[0] * b[0] + b[1] * b[1] + b[2] * b[2];
    double bc = b[0] * c[0] + b[1] * c[1] + b[2] * c[2];
    double cc = c[0] * c[0] + c[1] * c[1] + c[2] * c[2];
    double one = 1 / (bb * cc - bc * bc);
    for (int i = 0; i < 3; i++) {
      double toB = (cc * b[i] - bc * c[i]) * one;
      double toC = (bb * c[i] - bc * b[i]) * one;
      alongU[i] = (float) (bu * toB + cu * toC);
      alongV[i] = (float) (bv * toB + cv * toC);
    }
  }
}
