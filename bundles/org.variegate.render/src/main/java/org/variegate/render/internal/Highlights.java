package org.variegate.render.internal;

import org.variegate.api.Arena;

/** How rough mirrors reflect a lamp, at many places. One a thread. */
final class Highlights {
  private final float[] half;
  private final float[] alpha;
  private final float[] peak;
  private final float[] around;

  Highlights(int capacity, Arena arena) {
    half = arena.floats(capacity);
    alpha = arena.floats(capacity);
    peak = arena.floats(capacity);
    around = arena.floats(capacity);
  }

  /**
   * Finds the reflectance over its Fresnel reflectance, times pi, times the light (Walter 2007,
   * GGX; visibility as Hammon 2017, "PBR diffuse lighting for GGX+Smith microsurfaces").
   *
   * @param n how many places
   * @param b their normals, of length 1
   * @param lamp directions to the lamp, of length 1
   * @param ne cosines between normal and eye
   * @param facing the same, above 0
   * @param wide what is added to roughness squared
   * @param light what it is multiplied by
   * @param cosine cosines between normal and light, at least 0; receives what is reflected
   */
  void shine(
      int n,
      Batch b,
      float[][] lamp,
      float[] ne,
      float[] facing,
      float[] wide,
      float[] light,
      float[] cosine) {
    Loops.dot(0, n, b.ex, b.ey, b.ez, lamp[0], lamp[1], lamp[2], half);
    halves(n, ne, cosine, half);
    slopes(n, b.roughness, wide, alpha);
    peaks(n, half, alpha, peak);
    visibilities(n, cosine, facing, alpha, around);
    reflect(n, light, peak, around, cosine);
  }

  /** From the cosine between eye and light to the squared one between normal and half vector. */
  private static void halves(int n, float[] ne, float[] nl, float[] half) {
    for (int i = 0; i < n; i++) {
      float sum = ne[i] + nl[i];
      half[i] = Math.min(1, sum * sum / Math.max(1e-6f, 2 + 2 * half[i]));
    }
  }

  /** The microfacets' slope. */
  private static void slopes(int n, float[] rough, float[] wide, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.max(0.002f, Math.min(1, rough[i] * rough[i] + wide[i]));
    }
  }

  private static void peaks(int n, float[] half, float[] alpha, float[] to) {
    for (int i = 0; i < n; i++) {
      float d = half[i] * (alpha[i] * alpha[i] - 1) + 1;
      to[i] = 0.5f * alpha[i] * alpha[i] / (d * d);
    }
  }

  private static void visibilities(
      int n, float[] cosine, float[] facing, float[] alpha, float[] to) {
    for (int i = 0; i < n; i++) {
      float both = cosine[i] * facing[i];
      to[i] = 2 * both + alpha[i] * (cosine[i] + facing[i] - 2 * both);
    }
  }

  private static void reflect(int n, float[] light, float[] peak, float[] around, float[] cosine) {
    for (int i = 0; i < n; i++) {
      cosine[i] = light[i] * cosine[i] * peak[i] / around[i];
    }
  }
}
