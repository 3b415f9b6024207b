package org.variegate.render.internal;

/**
 * Loops over arrays of numbers. Each is so short that Java's compiler makes instructions of it that
 * work on many numbers at once (it gives up on loops of more than some dozen operations), and uses
 * one index for all arrays.
 */
final class Loops {
  private Loops() {}

  /** Sums of three products: {@code to = a . b}. */
  static void dot(
      int from,
      int end,
      float[] ax,
      float[] ay,
      float[] az,
      float[] bx,
      float[] by,
      float[] bz,
      float[] to) {
    for (int i = from; i < end; i++) {
      to[i] = ax[i] * bx[i] + ay[i] * by[i] + az[i] * bz[i];
    }
  }

  /** {@code to = max(least, a)}. */
  static void atLeast(int from, int end, float least, float[] a, float[] to) {
    for (int i = from; i < end; i++) {
      to[i] = Math.max(least, a[i]);
    }
  }

  /** {@code to *= a}. */
  static void multiply(int from, int end, float[] a, float[] to) {
    for (int i = from; i < end; i++) {
      to[i] *= a[i];
    }
  }

  /** {@code to *= a}. */
  static void multiply(int from, int end, float a, float[] to) {
    for (int i = from; i < end; i++) {
      to[i] *= a;
    }
  }

  /** {@code to += a * b}. */
  static void add(int from, int end, float[] a, float[] b, float[] to) {
    for (int i = from; i < end; i++) {
      to[i] += a[i] * b[i];
    }
  }

  /** {@code to += a * b}. */
  static void add(int from, int end, float a, float[] b, float[] to) {
    for (int i = from; i < end; i++) {
      to[i] += a * b[i];
    }
  }

  /** {@code to = a + t * (b - a)}. */
  static void mix(int from, int end, float[] a, float[] b, float[] t, float[] to) {
    for (int i = from; i < end; i++) {
      to[i] = a[i] + t[i] * (b[i] - a[i]);
    }
  }

  /** Makes vectors as long as 1; next to none stay short. */
  static void normalize(int from, int end, float[] x, float[] y, float[] z) {
    for (int i = from; i < end; i++) {
      float a = x[i];
      float b = y[i];
      float c = z[i];
      float one = 1 / (float) Math.sqrt(Math.max(1e-30f, a * a + b * b + c * c));
      x[i] = a * one;
      y[i] = b * one;
      z[i] = c * one;
    }
  }
}
