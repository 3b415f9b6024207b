package org.variegate.source.phantom;

import org.variegate.draws.Noise;

/**
 * A periodic smooth random function, band-limited so that its zeros lie about as far apart as gyri
 * do, and scaled so that its value is about the distance from the next zero.
 */
final class Ripples {
  /** Nodes of one period along each axis. */
  static final int PERIOD = 32;

  /** How far apart neighbouring sheets of zeros are, in nodes. */
  static final double SPACING = 3.2;

  /** How far apart zeros are along a line, in nodes. */
  private static final double ALONG = 4.5;

  private static final int MASK = PERIOD - 1;
  private static final int ROW = PERIOD;
  private static final int SLICE = PERIOD * PERIOD;
  private static final int SIZE = PERIOD * SLICE;

  private final float[] values;

  Ripples(Noise noise) {
    float[] band = new float[SIZE];
    noise.uniform(band, 0, SIZE, 0);
    smooth(band);
    smooth(band);
    smooth(band);
    float[] wide = band.clone();
    smooth(wide);
    smooth(wide);
    smooth(wide);
    for (int i = 0; i < SIZE; i++) {
      band[i] -= wide[i];
    }
    values = distances(band, wide);
  }

  /** The value at a point in nodes, by trilinear interpolation: the distance in nodes, signed. */
  double at(double x, double y, double z) {
    int i = (int) Math.floor(x);
    int j = (int) Math.floor(y);
    int k = (int) Math.floor(z);
    int i0 = i & MASK;
    int i1 = (i + 1) & MASK;
    int j0 = ROW * (j & MASK);
    int j1 = ROW * ((j + 1) & MASK);
    int k0 = SLICE * (k & MASK);
    int k1 = SLICE * ((k + 1) & MASK);
    double u = x - i;
    double v = y - j;
    double low = mix(pair(i0, i1, j0 + k0, u), pair(i0, i1, j1 + k0, u), v);
    double high = mix(pair(i0, i1, j0 + k1, u), pair(i0, i1, j1 + k1, u), v);
    return mix(low, high, z - k);
  }

  private double pair(int i0, int i1, int row, double u) {
    return mix(values[row + i0], values[row + i1], u);
  }

  private static double mix(double a, double b, double weight) {
    return a + weight * (b - a);
  }

  /** The binomial filter 1 2 1 along each axis, in place. */
  private static void smooth(float[] v) {
    smooth(v, 1);
    smooth(v, ROW);
    smooth(v, SLICE);
  }

  private static void smooth(float[] v, int step) {
    for (int plane = 0; plane < SIZE; plane += PERIOD * step) {
      for (int start = plane; start < plane + step; start++) {
        smoothLine(v, start, step);
      }
    }
  }

  private static void smoothLine(float[] v, int start, int step) {
    int last = start + MASK * step;
    float first = v[start];
    float before = v[last];
    for (int i = start; i < last; i += step) {
      float here = v[i];
      v[i] = 0.25f * (before + v[i + step]) + 0.5f * here;
      before = here;
    }
    v[last] = 0.25f * (before + first) + 0.5f * v[last];
  }

  /** n / sqrt(|grad n|^2 + k^2 n^2): for a wave of wave number k, sin(kx) / k at any amplitude. */
  private static float[] distances(float[] n, float[] out) {
    double k = StrictMath.PI / ALONG;
    for (int i = 0; i < SIZE; i++) {
      double x = slope(n, i, 1);
      double y = slope(n, i, ROW);
      double z = slope(n, i, SLICE);
      double value = n[i];
      out[i] = (float) (value / Math.sqrt(x * x + y * y + z * z + k * k * value * value + 1e-30));
    }
    return out;
  }

  private static double slope(float[] n, int i, int step) {
    int axis = step * MASK;
    int after = i & ~axis | (i + step) & axis;
    int before = i & ~axis | (i - step) & axis;
    return (n[after] - n[before]) / 2;
  }
}
