package org.variegate.raster;

import org.variegate.api.Arena;

/** Takes the samples of a low resolution along one axis. */
final class AxisReduction {
  /** How many neighbouring values are summed together across the rows. */
  private static final int WIDTH = 1024;

  private AxisReduction() {}

  static void apply(Volume high, Volume low, int axis, LowAxis samples, Arena arena) {
    int nx = high.nx();
    int slice = nx * high.ny();
    switch (axis) {
      case 0 -> alongRows(high, low, samples);
      case 1 -> {
        float[] sum = arena.floats(nx);
        for (int z = 0; z < high.nz(); z++) {
          int to = low.from() + z * nx * low.ny();
          across(high.values(), high.from() + z * slice, nx, low.values(), to, nx, samples, sum);
        }
        arena.release(sum);
      }
      default -> {
        for (int x = 0; x < slice; x += WIDTH) {
          float[] sum = arena.floats(Math.min(WIDTH, slice - x));
          int to = low.from() + x;
          across(high.values(), high.from() + x, slice, low.values(), to, slice, samples, sum);
          arena.release(sum);
        }
      }
    }
  }

  private static void across(
      float[] values,
      int from,
      int stride,
      float[] out,
      int to,
      int outStride,
      LowAxis samples,
      float[] sum) {
    for (int j = 0; j < samples.count(); j++) {
      float[] weights = samples.weights(j);
      int at = from + samples.first(j) * stride;
      Rows.scale(sum, values, at, weights[0]);
      for (int t = 1; t < weights.length; t++) {
        Rows.add(sum, values, at + t * stride, weights[t]);
      }
      System.arraycopy(sum, 0, out, to + j * outStride, sum.length);
    }
  }

  /** Four rows at a time, so that the processor need not wait for one sum. */
  private static void alongRows(Volume high, Volume low, LowAxis samples) {
    int rows = high.ny() * high.nz();
    int nx = high.nx();
    int count = samples.count();
    for (int row = 0; row < rows; row += 4) {
      int to = low.from() + row * count;
      int from = high.from() + row * nx;
      if (row + 4 <= rows) {
        fourRows(high.values(), from, nx, low.values(), to, samples);
      } else {
        for (int r = 0; row + r < rows; r++) {
          oneRow(high.values(), from + r * nx, low.values(), to + r * count, samples);
        }
      }
    }
  }

  private static void fourRows(
      float[] values, int from, int nx, float[] out, int to, LowAxis samples) {
    int count = samples.count();
    for (int j = 0; j < count; j++) {
      float[] weights = samples.weights(j);
      int p = from + samples.first(j);
      float a = 0;
      float b = 0;
      float c = 0;
      float d = 0;
      for (int t = 0; t < weights.length; t++, p++) {
        float w = weights[t];
        a += w * values[p];
        b += w * values[p + nx];
        c += w * values[p + 2 * nx];
        d += w * values[p + 3 * nx];
      }
      out[to + j] = a;
      out[to + j + count] = b;
      out[to + j + 2 * count] = c;
      out[to + j + 3 * count] = d;
    }
  }

  private static void oneRow(float[] values, int from, float[] out, int to, LowAxis samples) {
    for (int j = 0; j < samples.count(); j++) {
      float[] weights = samples.weights(j);
      int p = from + samples.first(j);
      float sum = 0;
      for (int t = 0; t < weights.length; t++) {
        sum += weights[t] * values[p + t];
      }
      out[to + j] = sum;
    }
  }
}
