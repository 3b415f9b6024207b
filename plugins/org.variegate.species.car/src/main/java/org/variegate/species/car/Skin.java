package org.variegate.species.car;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Vertices of a shell, which its patches share: place, normal, and place on the box it was. */
final class Skin {
  /** Values a vertex: x, y, z, the normal, and u, v, w. */
  static final int STRIDE = 9;

  /** Where u, v and w are. */
  static final int BOX = 6;

  private double[] values = new double[STRIDE * 1024];
  private int count;
  private final Map<Long, Integer> halves = new HashMap<>();

  int add(double... vertex) {
    if (STRIDE * (count + 1) > values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    System.arraycopy(vertex, 0, values, STRIDE * count, STRIDE);
    return count++;
  }

  double get(int vertex, int value) {
    return values[STRIDE * vertex + value];
  }

  int size() {
    return count;
  }

  /** Forgets which edges were cut: the next cut is another. */
  void next() {
    halves.clear();
  }

  /** A vertex on the edge between two, the same for both triangles at the edge. */
  int between(int a, int b, double share) {
    long key = a < b ? (long) a << 32 | b : (long) b << 32 | a;
    Integer known = halves.get(key);
    if (known != null) {
      return known;
    }
    double[] vertex = new double[STRIDE];
    for (int i = 0; i < STRIDE; i++) {
      vertex[i] = get(a, i) + share * (get(b, i) - get(a, i));
    }
    double length = 0;
    for (int i = 3; i < 6; i++) {
      length += vertex[i] * vertex[i];
    }
    for (int i = 3; i < 6 && length > 0; i++) {
      vertex[i] /= Math.sqrt(length);
    }
    int made = add(vertex);
    halves.put(key, made);
    return made;
  }
}
