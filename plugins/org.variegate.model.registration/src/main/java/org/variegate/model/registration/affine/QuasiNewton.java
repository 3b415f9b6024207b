package org.variegate.model.registration.affine;

import java.util.Arrays;

/**
 * Climbs a smooth function of few variables: the method of Broyden, Fletcher, Goldfarb and Shanno
 * (Nocedal and Wright 2006, algorithm 6.1) with halved steps.
 */
public final class QuasiNewton {
  private static final int HALVINGS = 8;
  private static final double ENOUGH = 1e-4;

  private final Function function;
  private final double first;
  private final double least;

  /** What is climbed. */
  @FunctionalInterface
  public interface Function {
    /**
     * A value.
     *
     * @param at where
     * @param slopes takes the derivative
     * @return the value
     */
    double of(double[] at, double[] slopes);
  }

  /**
   * Climbs a function.
   *
   * @param function of any number of variables
   * @param first length of the first step
   * @param least length of a step at which it stops
   */
  public QuasiNewton(Function function, double first, double least) {
    this.function = function;
    this.first = first;
    this.least = least;
  }

  /**
   * The top, or where the steps end.
   *
   * @param start where it begins
   * @param steps the most
   * @return where it ends
   */
  public double[] climb(double[] start, int steps) {
    int n = start.length;
    double[] at = start.clone();
    double[] slopes = new double[n];
    double value = function.of(at, slopes);
    double length = Math.sqrt(dot(slopes, slopes));
    if (!(length > 0)) {
      return at;
    }
    double[][] inverse = scaled(n, first / length);
    double[] next = new double[n];
    double[] nextSlopes = new double[n];
    for (int step = 0; step < steps; step++) {
      double[] along = times(inverse, slopes);
      double promised = dot(along, slopes);
      double reach = Math.sqrt(dot(along, along));
      double factor = Math.min(1, 4 * first / reach);
      double found = Double.NEGATIVE_INFINITY;
      for (int halving = 0; halving < HALVINGS && factor * reach > least; halving++) {
        for (int i = 0; i < n; i++) {
          next[i] = at[i] + factor * along[i];
        }
        found = function.of(next, nextSlopes);
        if (found >= value + ENOUGH * factor * promised) {
          break;
        }
        factor /= 2;
      }
      if (!(found >= value + ENOUGH * factor * promised)) {
        break;
      }
      learn(inverse, at, next, slopes, nextSlopes);
      System.arraycopy(next, 0, at, 0, n);
      System.arraycopy(nextSlopes, 0, slopes, 0, n);
      value = found;
    }
    return at;
  }

  private static double[][] scaled(int n, double factor) {
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = factor;
    }
    return matrix;
  }

  /** Equation 6.17, for what is climbed instead of descended. */
  private static void learn(
      double[][] inverse, double[] from, double[] to, double[] before, double[] after) {
    int n = from.length;
    double[] s = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      s[i] = to[i] - from[i];
      y[i] = before[i] - after[i];
    }
    double sy = dot(s, y);
    if (!(sy > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y)))) {
      return;
    }
    double[] hy = times(inverse, y);
    double factor = (1 + dot(y, hy) / sy) / sy;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        inverse[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
      }
    }
  }

  private static double[] times(double[][] matrix, double[] vector) {
    return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
