package org.variegate.scene;

import java.util.List;

/** Adds other shapes to a mesh in rest. */
final class Morphing {
  private Morphing() {}

  static boolean changes(Pose pose) {
    for (float weight : pose.morphs()) {
      if (weight != 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds morphs.
   *
   * @param morphs of the mesh
   * @param weights of each
   * @param positions of the mesh, changed in place
   * @param normals of the mesh, changed in place, of length 1 afterwards
   */
  static void add(
      List<Mesh.Morph> morphs, List<Float> weights, float[] positions, float[] normals) {
    for (int i = 0; i < morphs.size(); i++) {
      float weight = weights.get(i);
      if (weight != 0) {
        add(morphs.get(i).vertices(), morphs.get(i).positions(), weight, positions);
        add(morphs.get(i).vertices(), morphs.get(i).normals(), weight, normals);
      }
    }
    for (int i = 0; i < morphs.size(); i++) {
      if (weights.get(i) != 0) {
        for (int vertex : morphs.get(i).vertices()) {
          normalize(normals, 3 * vertex);
        }
      }
    }
  }

  private static void add(int[] vertices, float[] by, float weight, float[] to) {
    for (int i = 0; i < by.length; i++) {
      to[3 * vertices[i / 3] + i % 3] += weight * by[i];
    }
  }

  private static void normalize(float[] n, int i) {
    float squared = n[i] * n[i] + n[i + 1] * n[i + 1] + n[i + 2] * n[i + 2];
    float scale = squared > 1e-30f ? 1 / (float) Math.sqrt(squared) : 0;
    n[i] *= scale;
    n[i + 1] *= scale;
    n[i + 2] *= scale;
  }
}
