package org.variegate.scene;

/** What must be true of a mesh. */
final class MeshChecks {
  private MeshChecks() {}

  /** Refuses a mesh whose attributes do not fit. */
  static void check(Mesh mesh) {
    int n = mesh.vertices();
    skin(mesh, n);
    threes("positions", mesh.positions().length);
    threes("triangles", mesh.triangles().length);
    length("normals", mesh.normals(), 3 * n);
    length("uvs", mesh.uvs(), 2 * n);
    length("colors", mesh.colors(), 3 * n);
    length("occlusion", mesh.occlusion(), n);
    length("weights", mesh.weights(), mesh.influences() * n);
    length("fur", mesh.fur(), 4 * n);
    finite("positions", mesh.positions());
    vertices("triangles", mesh.triangles(), n);
    if (mesh.outline() != null) {
      threes("outline", mesh.outline().length);
      vertices("outline", mesh.outline(), n);
    }
    for (Mesh.Morph morph : mesh.morphs()) {
      length("morph", morph.positions(), 3 * morph.vertices().length);
      length("morph", morph.normals(), 3 * morph.vertices().length);
      vertices("morph", morph.vertices(), n);
    }
    ranges(mesh);
  }

  private static void skin(Mesh mesh, int n) {
    short[] joints = mesh.joints();
    if (mesh.normals() == null || (joints == null) != (mesh.weights() == null)) {
      throw new IllegalArgumentException(
          mesh.normals() == null
              ? "normals: needs some, got none"
              : "skin: needs joints and weights");
    }
    if (joints != null && (joints.length < 4 * n || joints.length != mesh.influences() * n)) {
      throw new IllegalArgumentException(
          "joints: needs " + 4 * n + " values, got " + joints.length);
    }
  }

  private static void vertices(String name, int[] vertices, int all) {
    for (int vertex : vertices) {
      if (vertex < 0 || vertex >= all) {
        throw new IllegalArgumentException(
            name + ": needs vertices from 0 to " + (all - 1) + ", got " + vertex);
      }
    }
  }

  private static void ranges(Mesh mesh) {
    int from = 0;
    for (Mesh.Range range : mesh.ranges()) {
      if (range.from() != from || range.count() < 0) {
        throw new IllegalArgumentException(
            "ranges: needs triangle " + from + " next, got " + range);
      }
      from += range.count();
    }
    if (3 * from != mesh.triangles().length) {
      throw new IllegalArgumentException(
          "ranges: needs " + mesh.triangles().length / 3 + " triangles in all, got " + from);
    }
  }

  private static void threes(String name, int length) {
    if (length % 3 != 0) {
      throw new IllegalArgumentException(name + ": needs 3 values each, got " + length);
    }
  }

  private static void length(String name, float[] values, int needed) {
    if (values == null) {
      return;
    }
    if (values.length != needed) {
      throw new IllegalArgumentException(
          name + ": needs " + needed + " values, got " + values.length);
    }
    finite(name, values);
  }

  private static void finite(String name, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            name + ": needs finite values, got " + values[i] + " at " + i);
      }
    }
  }
}
