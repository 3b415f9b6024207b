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

  /** What the pixel covers, in repeats squared: between its area and its longer side squared. */
  float area;

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
    float uu = map.scaleU() * turn[0];
    float uv = -map.scaleU() * turn[1];
    float vu = map.scaleV() * turn[1];
    float vv = map.scaleV() * turn[0];
    float a = f.value(values, stride, s);
    float b = f.value(values, stride, t);
    u = uu * a + uv * b + map.offsetU();
    v = vu * a + vv * b + map.offsetV();
    a = f.right(values, stride, s);
    b = f.right(values, stride, t);
    uRight = uu * a + uv * b;
    vRight = vu * a + vv * b;
    a = f.down(values, stride, s);
    b = f.down(values, stride, t);
    uDown = uu * a + uv * b;
    vDown = vu * a + vv * b;
    float cross = Math.abs(uRight * vDown - uDown * vRight);
    float longest = Math.max(uRight * uRight + vRight * vRight, uDown * uDown + vDown * vDown);
    area = (float) Math.sqrt(cross * longest);
  }
}
