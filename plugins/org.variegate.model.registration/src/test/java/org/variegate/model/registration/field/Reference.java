package org.variegate.model.registration.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.variegate.api.space.Affine;

/** The same in double precision and as plainly as can be, for differences. */
public final class Reference {
  private Reference() {}

  /** An image of one channel, moved. */
  public static double[] moved(Size size, double[] image, double[] field) {
    return moved(size, size, Affine.IDENTITY, image, field);
  }

  /** An image of one channel on another grid, moved, and then by an affine map. */
  public static double[] moved(Size onto, Size size, Affine map, double[] image, double[] field) {
    int n = onto.voxels();
    double[] moved = new double[n];
    for (int i = 0; i < n; i++) {
      double[] at = {
        i % onto.nx() + field[i],
        i / onto.nx() % onto.ny() + field[n + i],
        i / onto.nx() / onto.ny() + field[2 * n + i]
      };
      map.apply(at, 1);
      double x = at[0];
      double y = at[1];
      double z = at[2];
      for (int k = 0; k < size.nz(); k++) {
        for (int j = 0; j < size.ny(); j++) {
          for (int l = 0; l < size.nx(); l++) {
            double weight = tent(x, l, size.nx()) * tent(y, j, size.ny()) * tent(z, k, size.nz());
            moved[i] += weight * image[l + size.nx() * (j + size.ny() * k)];
          }
        }
      }
    }
    return moved;
  }

  private static double tent(double place, int at, int length) {
    double inside = Math.max(0, Math.min(length - 1.0, place));
    return Math.max(0, 1 - Math.abs(inside - at));
  }

  public static double[] exponential(Size size, double[] velocity, int squarings) {
    int n = size.voxels();
    double[] u = velocity.clone();
    for (int i = 0; i < u.length; i++) {
      u[i] /= 1 << squarings;
    }
    for (int k = 0; k < squarings; k++) {
      double[] next = u.clone();
      for (int c = 0; c < 3; c++) {
        double[] component = new double[n];
        System.arraycopy(u, c * n, component, 0, n);
        double[] moved = moved(size, component, u);
        for (int i = 0; i < n; i++) {
          next[c * n + i] += moved[i];
        }
      }
      u = next;
    }
    return u;
  }

  public static double dice(
      Size size, short[] fixed, Carried carried, boolean[] weighs, double[] field) {
    double sum = 0;
    int count = 0;
    for (short c = 0; c < weighs.length; c++) {
      double[] g = indicator(fixed, c);
      double[] m = indicator(carried.labels(), c);
      if (weighs[c] && sum(g) > 0 && sum(m) > 0) {
        double[] p = moved(size, carried.size(), carried.map(), m, field);
        double both = 0;
        for (int i = 0; i < p.length; i++) {
          both += g[i] * p[i];
        }
        sum += 2 * both / (sum(g) + sum(p));
        count++;
      }
    }
    return 1 - sum / count;
  }

  private static double[] indicator(short[] labels, short label) {
    double[] is = new double[labels.length];
    for (int i = 0; i < is.length; i++) {
      is[i] = labels[i] == label ? 1 : 0;
    }
    return is;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  public static double dot(double[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The derivative of a function by one of its arguments, by a central difference. */
  public static double slope(ToDoubleFunction<double[]> function, double[] at, int index) {
    double step = 1e-6;
    double[] moved = at.clone();
    moved[index] = at[index] + step;
    double high = function.applyAsDouble(moved);
    moved[index] = at[index] - step;
    return (high - function.applyAsDouble(moved)) / 2 / step;
  }

  public static double[] doubles(float[] values) {
    double[] all = new double[values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = values[i];
    }
    return all;
  }

  /** Values of N(0, deviation^2). */
  public static float[] gaussian(int seed, int count, double deviation) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  /** All derivatives, or as many as differ in what they test. */
  public static void assertSlopes(ToDoubleFunction<double[]> loss, float[] at, float[] found) {
    double[] exact = doubles(at);
    double largest = 0;
    for (int i = 0; i < at.length; i += 1 + at.length / 120) {
      double slope = slope(loss, exact, i);
      assertEquals(slope, found[i], 2e-5 * Math.max(1, Math.abs(slope)), "at " + i);
      largest = Math.max(largest, Math.abs(slope));
    }
    assertTrue(largest > 1e-3, "nothing to compare");
  }

  /** Displacements that lead out of the grid too. */
  public static float[] field(Size size, int seed) {
    float[] field = gaussian(seed, 3 * size.voxels(), 1.3);
    if (size.nz() == 1) {
      Arrays.fill(field, 2 * size.voxels(), field.length, 0);
    }
    return field;
  }

  public static float[] linear(Size size, double[] rates) {
    int n = size.voxels();
    float[] velocity = new float[3 * n];
    for (int i = 0; i < n; i++) {
      velocity[i] = (float) (rates[0] * (i % size.nx() - (size.nx() - 1) / 2.0));
      double y = i / size.nx() % size.ny() - (size.ny() - 1) / 2.0;
      velocity[n + i] = (float) (rates[1] * y);
      double z = i / size.nx() / size.ny() - (size.nz() - 1) / 2.0;
      velocity[2 * n + i] = (float) (rates[2] * z);
    }
    return velocity;
  }
}
