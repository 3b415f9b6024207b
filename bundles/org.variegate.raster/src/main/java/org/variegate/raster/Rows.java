package org.variegate.raster;

import java.util.Arrays;

/**
 * Arithmetic on rows. Rows of one array are not combined in one loop: it would not be vectorized.
 */
final class Rows {
  private Rows() {}

  static void scale(float[] out, float[] a, float weight) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] * weight;
    }
  }

  static void add(float[] out, float[] a, float[] b, float weight) {
    for (int i = 0; i < out.length; i++) {
      out[i] += (a[i] + b[i]) * weight;
    }
  }

  static void scale(float[] out, float[] a, int from, float weight) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[from + i] * weight;
    }
  }

  static void add(float[] out, float[] a, int from, float weight) {
    for (int i = 0; i < out.length; i++) {
      out[i] += a[from + i] * weight;
    }
  }

  static void mix(float[] out, int to, float[] a, float[] b, float wa, float wb) {
    for (int i = 0; i < a.length; i++) {
      out[to + i] = a[i] * wa + b[i] * wb;
    }
  }

  /** Copies {@code count} values behind {@code margin} copies of the first, before as many last. */
  static void pad(float[] values, int from, int count, int margin, float[] out) {
    Arrays.fill(out, 0, margin, values[from]);
    System.arraycopy(values, from, out, margin, count);
    Arrays.fill(out, margin + count, out.length, values[from + count - 1]);
  }
}
