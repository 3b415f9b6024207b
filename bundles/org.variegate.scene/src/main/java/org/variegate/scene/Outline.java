package org.variegate.scene;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Coarser surfaces by clustering of vertices (Rossignac and Borrel 1993): one vertex stands for all
 * that lie in one cell of a grid and hang on one joint most, so that what may move apart stays
 * apart. What is thinner than a cell becomes a sheet, what is thinner twice is lost.
 */
public final class Outline {
  private Outline() {}

  /** Where a vertex is in the grid, and the joint that carries most of it. */
  private record Cell(int x, int y, int z, int joint) {}

  /**
   * Finds the triangles that are left.
   *
   * @param positions 3 a vertex, in m
   * @param joints 4 a vertex
   * @param weights 4 a vertex
   * @param triangles 3 vertices each
   * @param size edge of a cell in m, above 0 and finite
   * @return 3 vertices each, each vertex the one of its cell that is nearest to their mean; none
   *     where all lies in two cells
   * @throws IllegalArgumentException if the size is no such length, or joints or weights are
   *     missing or not 4 a vertex
   */
  public static int[] of(
      float[] positions, short[] joints, float[] weights, int[] triangles, float size) {
    if (!(size > 0 && size < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("size: needs a finite length above 0, got " + size);
    }
    four("joints", joints == null ? 0 : joints.length, positions);
    four("weights", weights == null ? 0 : weights.length, positions);
    int[] stands = stands(positions, cells(positions, joints, weights, size));
    int[] left = new int[triangles.length];
    int n = 0;
    for (int i = 0; i < triangles.length; i += 3) {
      int a = stands[triangles[i]];
      int b = stands[triangles[i + 1]];
      int c = stands[triangles[i + 2]];
      if (a != b && b != c && c != a) {
        left[n] = a;
        left[n + 1] = b;
        left[n + 2] = c;
        n += 3;
      }
    }
    return Arrays.copyOf(left, n);
  }

  private static void four(String name, int got, float[] positions) {
    int needed = positions.length / 3 * 4;
    if (got != needed) {
      throw new IllegalArgumentException(name + ": needs " + needed + " values, got " + got);
    }
  }

  /** The number of each vertex's cell. */
  private static int[] cells(float[] positions, short[] joints, float[] weights, float size) {
    int[] cells = new int[positions.length / 3];
    Map<Cell, Integer> numbers = new HashMap<>();
    for (int v = 0; v < cells.length; v++) {
      int most = 4 * v;
      for (int k = 4 * v + 1; k < 4 * v + 4; k++) {
        most = weights[k] > weights[most] ? k : most;
      }
      Cell cell =
          new Cell(
              (int) Math.floor(positions[3 * v] / size),
              (int) Math.floor(positions[3 * v + 1] / size),
              (int) Math.floor(positions[3 * v + 2] / size),
              joints[most]);
      Integer known = numbers.putIfAbsent(cell, numbers.size());
      cells[v] = known == null ? numbers.size() - 1 : known;
    }
    return cells;
  }

  /** The vertex that stands for each. */
  private static int[] stands(float[] positions, int[] cells) {
    double[] sums = new double[4 * cells.length];
    for (int v = 0; v < cells.length; v++) {
      for (int axis = 0; axis < 3; axis++) {
        sums[4 * cells[v] + axis] += positions[3 * v + axis];
      }
      sums[4 * cells[v] + 3]++;
    }
    int[] best = new int[cells.length];
    double[] least = new double[cells.length];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int v = 0; v < cells.length; v++) {
      double away = 0;
      for (int axis = 0; axis < 3; axis++) {
        int of = 4 * cells[v];
        double by = positions[3 * v + axis] - sums[of + axis] / sums[of + 3];
        away += by * by;
      }
      if (away < least[cells[v]]) {
        least[cells[v]] = away;
        best[cells[v]] = v;
      }
    }
    int[] stands = new int[cells.length];
    Arrays.setAll(stands, v -> best[cells[v]]);
    return stands;
  }
}
