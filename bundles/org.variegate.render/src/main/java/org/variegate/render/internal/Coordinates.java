package org.variegate.render.internal;

import org.variegate.scene.Mapping;

/** Where in its textures a fragment is, and how that changes from pixel to pixel. */
final class Coordinates {
  float u;
  float v;
  float uRight;
  float uDown;
  float vRight;
  float vDown;

  /** The area that the pixel covers times its longer side squared, in repeats. */
  float squared;

  final Growth growth = new Growth();

  /** Whose corners are known, and by which attributes. */
  private int triangle = Samples.NONE;

  private int plane;
  private float ua;
  private float va;
  private float ub;
  private float vb;
  private float uc;
  private float vc;

  /** Twice the area between them times the triangle's {@link Fragment#volume2}. */
  private float areas;

  /**
   * Takes two attributes of the vertices through a mapping.
   *
   * @param f the fragment
   * @param map rotates, then scales, then shifts
   * @param turn cosine and sine of its rotation
   * @param values of the mesh, {@code stride} a vertex
   * @param s offset of the first attribute
   * @param t offset of the second attribute
   */
  void set(Fragment f, Mapping map, float[] turn, float[] values, int stride, int s, int t) {
    if (triangle != f.triangle() || plane != s + 4 * t) {
      triangle = f.triangle();
      plane = s + 4 * t;
      corners(f, map, turn, values, stride, s, t);
    }
    u = f.p * ua + f.q * ub + f.r * uc + map.offsetU();
    v = f.p * va + f.q * vb + f.r * vc + map.offsetV();
    // the Jacobian of a projective map; a slanted pixel is longer than wide by the cosine
    float one = f.inverse;
    float area = areas * one * one * one;
    float facing = f.normalX * f.toEyeX + f.normalY * f.toEyeY + f.normalZ * f.toEyeZ;
    squared = area * area / Math.max(0.01f, Math.abs(facing));
  }

  /** Finds how the coordinates change from pixel to pixel. */
  void grow(Fragment f) {
    growth.find(f);
    uRight = growth.pRight * ua + growth.qRight * ub + growth.rRight * uc;
    vRight = growth.pRight * va + growth.qRight * vb + growth.rRight * vc;
    uDown = growth.pDown * ua + growth.qDown * ub + growth.rDown * uc;
    vDown = growth.pDown * va + growth.qDown * vb + growth.rDown * vc;
  }

  /** Takes the triangle's corners through the mapping. */
  private void corners(
      Fragment f, Mapping map, float[] turn, float[] values, int stride, int s, int t) {
    float uu = map.scaleU() * turn[0];
    float uv = -map.scaleU() * turn[1];
    float vu = map.scaleV() * turn[1];
    float vv = map.scaleV() * turn[0];
    int i = stride * f.a;
    int j = stride * f.b;
    int k = stride * f.c;
    ua = uu * values[i + s] + uv * values[i + t];
    va = vu * values[i + s] + vv * values[i + t];
    ub = uu * values[j + s] + uv * values[j + t];
    vb = vu * values[j + s] + vv * values[j + t];
    uc = uu * values[k + s] + uv * values[k + t];
    vc = vu * values[k + s] + vv * values[k + t];
    areas = ((ub - ua) * (vc - va) - (uc - ua) * (vb - va)) * f.volume2();
  }
}
