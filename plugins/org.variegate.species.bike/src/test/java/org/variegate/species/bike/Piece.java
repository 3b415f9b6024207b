package org.variegate.species.bike;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.variegate.scene.Mesh;

/**
 * What hangs together, of one material and joint.
 *
 * @param triangles three corners each
 */
record Piece(Slot slot, Joint joint, List<Vec[]> triangles) {

  /** All pieces of a mesh; corners in one place are one corner. */
  static List<Piece> of(Mesh mesh) {
    List<Piece> pieces = new ArrayList<>();
    for (Mesh.Range range : mesh.ranges()) {
      Map<List<Object>, List<Object>> root = new HashMap<>();
      for (int t = range.from(); t < range.from() + range.count(); t++) {
        for (int k = 0; k < 3; k++) {
          join(root, key(mesh, 3 * t), key(mesh, 3 * t + k));
        }
      }
      Map<List<Object>, Piece> found = new LinkedHashMap<>();
      for (int t = range.from(); t < range.from() + range.count(); t++) {
        Slot slot = Slot.values()[range.slot()];
        Joint joint = Joint.values()[mesh.joints()[4 * mesh.triangles()[3 * t]]];
        Vec[] triangle = {point(mesh, 3 * t), point(mesh, 3 * t + 1), point(mesh, 3 * t + 2)};
        found
            .computeIfAbsent(
                find(root, key(mesh, 3 * t)), key -> new Piece(slot, joint, new ArrayList<>()))
            .triangles
            .add(triangle);
      }
      pieces.addAll(found.values());
    }
    return pieces;
  }

  private static Vec point(Mesh mesh, int corner) {
    int v = 3 * mesh.triangles()[corner];
    float[] p = mesh.positions();
    return new Vec(p[v] + 0.0, p[v + 1] + 0.0, p[v + 2] + 0.0);
  }

  private static List<Object> key(Mesh mesh, int corner) {
    return List.of(point(mesh, corner), mesh.joints()[4 * mesh.triangles()[corner]]);
  }

  private static List<Object> find(Map<List<Object>, List<Object>> root, List<Object> key) {
    List<Object> at = key;
    while (root.containsKey(at) && root.get(at) != at) {
      at = root.get(at);
    }
    root.put(key, at);
    return at;
  }

  private static void join(Map<List<Object>, List<Object>> root, List<Object> a, List<Object> b) {
    root.put(find(root, a), find(root, b));
  }

  List<Vec> corners() {
    return triangles.stream().flatMap(java.util.Arrays::stream).distinct().toList();
  }

  Vec middle() {
    Vec sum = new Vec(0, 0, 0);
    List<Vec> corners = corners();
    for (Vec corner : corners) {
      sum = sum.plus(corner);
    }
    return sum.times(1.0 / corners.size());
  }

  /** Whether each edge is walked once in each direction. */
  boolean closed() {
    Map<List<Vec>, Integer> edges = new HashMap<>();
    for (Vec[] t : triangles) {
      for (int k = 0; k < 3; k++) {
        edges.merge(List.of(t[k], t[(k + 1) % 3]), 1, Integer::sum);
        edges.merge(List.of(t[(k + 1) % 3], t[k]), -1, Integer::sum);
      }
    }
    return edges.values().stream().allMatch(count -> count == 0);
  }

  /** By the divergence theorem; above 0 if fronts are outside. */
  double volume() {
    return triangles.stream().mapToDouble(t -> t[0].dot(t[1].cross(t[2])) / 6).sum();
  }
}
