package org.variegate.render.internal;

/**
 * A tent filter over what of a map is not nearer to the light than a plane. Without branches: what
 * is in shadow and what is not changes too irregularly from texel to texel to be guessed.
 */
final class Tent {
  /** What stands for a weight of 1. */
  private static final float ONE = 4096;

  private final float[] near;
  private final int size;

  /**
   * A filter.
   *
   * @param near how near things are to the light, [size, size]
   * @param size of the map in texels
   */
  Tent(float[] near, int size) {
    this.near = near;
    this.size = size;
  }

  /**
   * The share of the map around a place that is not above a plane, by at most 5 x 5 texels.
   *
   * @param u place in texels
   * @param v place in texels
   * @param w of the plane there
   * @param radius of the filter in texels, above 0.5
   * @param slopeU of the plane
   * @param slopeV of the plane
   */
  float share(float u, float v, float w, float radius, float slopeU, float slopeV) {
    float reach = radius + 0.5f;
    int step = 1 + (int) (reach * 0.34f);
    int u0 = (int) u;
    int v0 = (int) v;
    int taps = (int) (reach / step);
    int far = taps * step;
    float plane = w + (v0 + 0.5f - v) * slopeV + (u0 + 0.5f - u) * slopeU;
    float scale = ONE / reach;
    if (u0 < far || v0 < far || u0 + far >= size || v0 + far >= size) {
      return atTheBorder(u0, v0, u, v, step, taps, scale, plane, slopeU, slopeV);
    }
    int at = v0 * size + u0;
    float du = u0 + 0.5f - u;
    float dv = v0 + 0.5f - v;
    return taps < 2
        ? three(at, du, dv, step, scale, plane, slopeU * step, slopeV * step)
        : five(at, du, dv, step, scale, plane, slopeU * step, slopeV * step);
  }

  private float three(
      int at, float du, float dv, int step, float scale, float plane, float slopeU, float slopeV) {
    int a = weight(du - step, scale);
    int b = weight(du, scale);
    int c = weight(du + step, scale);
    int above = weight(dv - step, scale);
    int here = weight(dv, scale);
    int below = weight(dv + step, scale);
    int down = step * size;
    int lit =
        above * row(at - down, step, plane - slopeV, slopeU, a, b, c)
            + here * row(at, step, plane, slopeU, a, b, c)
            + below * row(at + down, step, plane + slopeV, slopeU, a, b, c);
    return (float) lit / ((a + b + c) * (above + here + below));
  }

  private float five(
      int at, float du, float dv, int step, float scale, float plane, float slopeU, float slopeV) {
    int a = weight(du - 2 * step, scale) >> 1;
    int b = weight(du - step, scale) >> 1;
    int c = weight(du, scale) >> 1;
    int d = weight(du + step, scale) >> 1;
    int e = weight(du + 2 * step, scale) >> 1;
    int lit = 0;
    int all = 0;
    for (int j = -2; j <= 2; j++) {
      int weight = weight(dv + j * step, scale);
      float here = plane + j * slopeV;
      int i = at + j * step * size;
      int row =
          row(i, step, here, slopeU, b, c, d)
              + kept(a, here - 2 * slopeU, i - 2 * step)
              + kept(e, here + 2 * slopeU, i + 2 * step);
      lit += weight * row;
      all += weight;
    }
    return (float) lit / ((a + b + c + d + e) * all);
  }

  /** Three texels' weights, as far as they are not above a plane. */
  private int row(int at, int step, float plane, float slope, int a, int b, int c) {
    return kept(a, plane - slope, at - step)
        + kept(b, plane, at)
        + kept(c, plane + slope, at + step);
  }

  private int kept(int weight, float plane, int at) {
    return weight & ~(Float.floatToRawIntBits(plane - near[at]) >> 31);
  }

  private static int weight(float distance, float scale) {
    return Math.max(0, (int) (ONE - Math.abs(distance) * scale));
  }

  private float atTheBorder(
      int u0,
      int v0,
      float u,
      float v,
      int step,
      int taps,
      float scale,
      float plane,
      float slopeU,
      float slopeV) {
    float lit = 0;
    float all = 0;
    for (int j = -taps * step; j <= taps * step; j += step) {
      for (int i = -taps * step; i <= taps * step; i += step) {
        float weight = (float) weight(v0 + j + 0.5f - v, scale) * weight(u0 + i + 0.5f - u, scale);
        all += weight;
        lit += at(u0 + i, v0 + j) > plane + i * slopeU + j * slopeV ? 0 : weight;
      }
    }
    return lit / all;
  }

  /** How near a texel is; beyond the map there is nothing. */
  float at(int i, int j) {
    return i < 0 || j < 0 || i >= size || j >= size ? 0 : near[j * size + i];
  }
}
