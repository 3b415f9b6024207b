package org.variegate.scene.gltf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The morph targets that animations move, numbered through all nodes that have some. Those that
 * nothing moves are part of the mesh.
 */
final class Morphs {
  /** How many there may be in all. */
  private static final int MOST = 4096;

  private final Nodes nodes;
  private final List<Json> meshes;
  private final Map<Integer, Integer> first = new TreeMap<>();
  private final List<Float> rest = new ArrayList<>();

  Morphs(Json document, Nodes nodes) {
    this.nodes = nodes;
    this.meshes = document.get("meshes").items();
    for (Json animation : document.get("animations").items()) {
      for (Json channel : animation.get("channels").items()) {
        Json target = channel.get("target");
        if (target.get("path").text().equals("weights") && target.get("node").exists()) {
          int node = target.get("node").integer(0, nodes.count() - 1);
          if (nodes.global(node) != null && nodes.node(node).get("mesh").exists()) {
            add(node);
          }
        }
      }
    }
  }

  private void add(int node) {
    List<Json> primitives = nodes.node(node).get("mesh").in(meshes).get("primitives").items();
    int count = primitives.isEmpty() ? 0 : primitives.get(0).get("targets").items().size();
    if (count == 0 || first.putIfAbsent(node, rest.size()) != null) {
      return;
    }
    if (rest.size() + count > MOST) {
      throw new IllegalArgumentException("targets: needs at most " + MOST + " that are animated");
    }
    List<Json> weights = weights(node);
    for (int i = 0; i < count; i++) {
      rest.add(i < weights.size() ? weights.get(i).number(0) : 0);
    }
  }

  /** What a node's targets weigh where nothing moves them. */
  List<Json> weights(int node) {
    Json own = nodes.node(node).get("weights");
    return (own.exists() ? own : nodes.node(node).get("mesh").in(meshes).get("weights")).items();
  }

  /** The number of a node's first target, or -1 if nothing moves them. */
  int first(int node) {
    return first.getOrDefault(node, -1);
  }

  /** How many targets a node has. */
  int count(int node) {
    List<Json> primitives = nodes.node(node).get("mesh").in(meshes).get("primitives").items();
    return primitives.get(0).get("targets").items().size();
  }

  /** What each weighs where nothing moves it. */
  List<Float> rest() {
    return rest;
  }
}
