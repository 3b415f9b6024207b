package org.variegate.scene;

import java.util.Arrays;

/** Finds vertices that are alike in all but position, colour and texture coordinates. */
final class VertexRows {
  private final Mesh mesh;

  /** Vertices that are like none before, by their hash; -1 where there is none. */
  private final int[] table;

  VertexRows(Mesh mesh) {
    this.mesh = mesh;
    table = new int[Integer.highestOneBit(Math.max(8, mesh.vertices())) * 4];
    Arrays.fill(table, -1);
  }

  /**
   * Looks for a vertex.
   *
   * @return the first that is like it, -1 if there was none yet
   */
  int find(int vertex) {
    int at = hash(vertex) & table.length - 1;
    while (table[at] >= 0) {
      if (alike(vertex, table[at])) {
        return table[at];
      }
      at = at + 1 & table.length - 1;
    }
    table[at] = vertex;
    return -1;
  }

  private int hash(int v) {
    int hash = hash(hash(0, mesh.normals(), 3, v), mesh.fur(), 4, v);
    hash = hash(hash, mesh.weights(), 4, v) * 0x9e3779b9;
    return hash ^ hash >>> 15;
  }

  private static int hash(int before, float[] values, int width, int v) {
    int hash = before;
    for (int i = width * v; values != null && i < width * (v + 1); i++) {
      hash = 31 * hash + Float.floatToIntBits(values[i]);
    }
    return hash;
  }

  private boolean alike(int v, int w) {
    return alike(mesh.normals(), 3, v, w)
        && alike(mesh.occlusion(), 1, v, w)
        && alike(mesh.fur(), 4, v, w)
        && alike(mesh.weights(), 4, v, w)
        && (mesh.joints() == null
            || Arrays.equals(mesh.joints(), 4 * v, 4 * v + 4, mesh.joints(), 4 * w, 4 * w + 4));
  }

  private static boolean alike(float[] values, int width, int v, int w) {
    return values == null
        || Arrays.equals(values, width * v, width * (v + 1), values, width * w, width * (w + 1));
  }
}
