package org.variegate.render.internal;

import javax.vecmath.Matrix4f;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Texture;

/** The textures of a triangle as all of its places need them. One a thread. */
final class Cladding {
  /** What share of the most a normal may lean to an axis whose textures are not seen. */
  static final float BLEND = 0.85f;

  private final Projection projection;
  private Surface surface;
  private int a;
  private int b;
  private int c;

  /** Texture coordinates of the corners. */
  private final float[] u = new float[3];

  private final float[] v = new float[3];

  /** Texture area times the squared determinant; and the eye's distance from the plane. */
  private float areas;

  private float away;

  /** How texture coordinates grow in the world, by metre. */
  private final float[] alongU = new float[3];

  private final float[] alongV = new float[3];
  private final float[] texel = new float[4];

  Cladding(Projection projection) {
    this.projection = projection;
  }

  /** Whether a material has none but textures of colours, finish and heights. */
  static boolean plain(Material m) {
    return m.normals() == null
        && (m.albedo() == null || m.albedo().channels() > 1)
        && (m.bump() == null || m.bump().channels() == 1);
  }

  /**
   * Goes to a triangle, and finds texture coordinates of its corners.
   *
   * @return whether textures are seen along one axis
   */
  boolean lay(Surface s, int first, int second, int third) {
    surface = s;
    a = first;
    b = second;
    c = third;
    Mapping map = s.material.mapping();
    Mesh mesh = surface.mesh;
    if (!map.triplanar()) {
      coordinates(map, mesh.uvs(), 2, 0, 1);
      return true;
    }
    float[] n = mesh.normals();
    int facing = Skin.facing(n[3 * a], n[3 * a + 1], n[3 * a + 2]);
    if (alone(n, 3 * a, facing) && alone(n, 3 * b, facing) && alone(n, 3 * c, facing)) {
      coordinates(map, mesh.positions(), 3, facing == 0 ? 2 : 0, facing == 1 ? 2 : 1);
      return true;
    }
    return false;
  }

  private static boolean alone(float[] n, int i, int facing) {
    float most = BLEND * Math.abs(n[i + facing]);
    return most >= Math.abs(n[i + (facing + 1) % 3]) && most >= Math.abs(n[i + (facing + 2) % 3]);
  }

  private void coordinates(Mapping map, float[] from, int stride, int s, int t) {
    float cos = surface.turn[0];
    float sin = surface.turn[1];
    for (int i = 0; i < 3; i++) {
      int at = stride * (i == 0 ? a : i == 1 ? b : c);
      u[i] = map.scaleU() * (cos * from[at + s] - sin * from[at + t]) + map.offsetU();
      v[i] = map.scaleV() * (sin * from[at + s] + cos * from[at + t]) + map.offsetV();
    }
  }

  /**
   * Finds how texture coordinates grow in the picture and in the world.
   *
   * @param determinant of the triangle's corners as they are seen
   */
  void turn(float determinant) {
    areas = (u[1] - u[0]) * (v[2] - v[0]) - (u[2] - u[0]) * (v[1] - v[0]);
    areas *= determinant * determinant;
    Matrix4f m = surface.instance.placement();
    float[] at = surface.geometry.positions();
    float ax = at[3 * a];
    float ay = at[3 * a + 1];
    float az = at[3 * a + 2];
    float x = at[3 * b] - ax;
    float y = at[3 * b + 1] - ay;
    float z = at[3 * b + 2] - az;
    float bx = m.m00 * x + m.m01 * y + m.m02 * z;
    float by = m.m10 * x + m.m11 * y + m.m12 * z;
    float bz = m.m20 * x + m.m21 * y + m.m22 * z;
    x = at[3 * c] - ax;
    y = at[3 * c + 1] - ay;
    z = at[3 * c + 2] - az;
    float cx = m.m00 * x + m.m01 * y + m.m02 * z;
    float cy = m.m10 * x + m.m11 * y + m.m12 * z;
    float cz = m.m20 * x + m.m21 * y + m.m22 * z;
    float nx = by * cz - bz * cy;
    float ny = bz * cx - bx * cz;
    float nz = bx * cy - by * cx;
    float squared = Math.max(1e-30f, nx * nx + ny * ny + nz * nz);
    float toX = projection.eyeX - (m.m00 * ax + m.m01 * ay + m.m02 * az + m.m03);
    float toY = projection.eyeY - (m.m10 * ax + m.m11 * ay + m.m12 * az + m.m13);
    float toZ = projection.eyeZ - (m.m20 * ax + m.m21 * ay + m.m22 * az + m.m23);
    away = Math.abs(nx * toX + ny * toY + nz * toZ) / (float) Math.sqrt(squared);
    // the gradient of what is 1 at one corner and 0 at the others is normal x opposite edge
    float one = 1 / squared;
    float bu = (u[1] - u[0]) * one;
    float bv = (v[1] - v[0]) * one;
    float cu = (u[2] - u[0]) * one;
    float cv = (v[2] - v[0]) * one;
    float toBx = cy * nz - cz * ny;
    float toBy = cz * nx - cx * nz;
    float toBz = cx * ny - cy * nx;
    float toCx = ny * bz - nz * by;
    float toCy = nz * bx - nx * bz;
    float toCz = nx * by - ny * bx;
    alongU[0] = bu * toBx + cu * toCx;
    alongU[1] = bu * toBy + cu * toCy;
    alongU[2] = bu * toBz + cu * toCz;
    alongV[0] = bv * toBx + cv * toCx;
    alongV[1] = bv * toBy + cv * toCy;
    alongV[2] = bv * toBz + cv * toCz;
  }

  /**
   * Reads the textures at a place.
   *
   * @param p share of the first corner
   * @param q share of the second corner
   * @param r share of the third corner
   * @param one over the sum of their unscaled shares
   * @param dx place in the picture from its axis, in pixels
   * @param dy place in the picture from its axis, in pixels
   * @param to is changed
   */
  void see(float p, float q, float r, float one, float dx, float dy, Look to) {
    float area = areas * one * one * one;
    float f = projection.focal;
    float ray = (float) Math.sqrt(1 + (dx * dx + dy * dy) / (f * f));
    float squared = area * area / Math.max(0.01f, away / (to.depth * ray));
    read(Corners.mix(u, p, q, r), Corners.mix(v, p, q, r), squared, to);
  }

  private void read(float u, float v, float squared, Look to) {
    Material m = surface.material;
    if (m.albedo() != null) {
      Texels.color(m.albedo(), u, v, level(m.albedo(), squared), texel);
      to.red *= texel[0];
      to.green *= texel[1];
      to.blue *= texel[2];
    }
    if (m.surface() != null) {
      Texels.color(m.surface(), u, v, level(m.surface(), squared), texel);
      to.roughness *= texel[1];
      to.metallic *= texel[2];
    }
    if (m.bump() != null && m.bumpDepth() != 0) {
      int level = level(m.bump(), squared);
      Texels.differences(m.bump(), u, v, level, texel);
      float hu = texel[0] * m.bumpDepth() * 0.5f * Math.max(1, m.bump().width() >> level);
      float hv = texel[1] * m.bumpDepth() * 0.5f * Math.max(1, m.bump().height() >> level);
      to.tilt(
          to.smoothX - hu * alongU[0] - hv * alongV[0],
          to.smoothY - hu * alongU[1] - hv * alongV[1],
          to.smoothZ - hu * alongU[2] - hv * alongV[2]);
    }
  }

  private static int level(Texture texture, float squared) {
    return (int) (Texels.level(texture, squared) + 0.5f);
  }
}
