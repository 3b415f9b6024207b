package org.variegate.scene.gltf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import javax.vecmath.Matrix4d;

/** The nodes of the scene that is shown, parents before children. */
final class Nodes {
  /** How many there may be, as joints are numbered by shorts. */
  private static final int MOST = Short.MAX_VALUE / 2;

  private final List<Json> all;
  private final int[] parents;
  private final List<Integer> order = new ArrayList<>();
  private final Matrix4d[] globals;

  Nodes(Json document) {
    all = document.get("nodes").items();
    if (all.size() > MOST) {
      throw new IllegalArgumentException("nodes: needs at most " + MOST + ", got " + all.size());
    }
    parents = new int[all.size()];
    Arrays.fill(parents, -1);
    for (int i = 0; i < parents.length; i++) {
      for (Json child : all.get(i).get("children").items()) {
        int node = child.integer(0, parents.length - 1);
        if (parents[node] >= 0 || node == i) {
          throw child.needs("a node without another parent");
        }
        parents[node] = i;
      }
    }
    globals = new Matrix4d[parents.length];
    walk(roots(document));
    if (document.get("scenes").items().isEmpty() && order.size() < parents.length) {
      int circling = Arrays.asList(globals).indexOf(null);
      throw new IllegalArgumentException(
          all.get(circling).path() + ": needs parents that form a tree, got a circle");
    }
  }

  private List<Integer> roots(Json document) {
    List<Json> scenes = document.get("scenes").items();
    List<Integer> roots = new ArrayList<>();
    if (scenes.isEmpty()) {
      for (int i = 0; i < parents.length; i++) {
        if (parents[i] < 0) {
          roots.add(i);
        }
      }
      return roots;
    }
    Json shown = document.get("scene").exists() ? document.get("scene").in(scenes) : scenes.get(0);
    for (Json root : shown.get("nodes").items()) {
      int node = root.integer(0, parents.length - 1);
      if (parents[node] >= 0 || roots.contains(node)) {
        throw root.needs("a node without a parent");
      }
      roots.add(node);
    }
    return roots;
  }

  /** A node with a parent is no root, so that a walk from the roots enters no circle. */
  private void walk(List<Integer> roots) {
    Deque<Integer> next = new ArrayDeque<>(roots);
    while (!next.isEmpty()) {
      int node = next.pop();
      order.add(node);
      globals[node] = new Transform(all.get(node)).matrix();
      if (parents[node] >= 0) {
        globals[node].mul(globals[parents[node]], new Matrix4d(globals[node]));
      }
      all.get(node).get("children").items().forEach(c -> next.push(c.integer(0, MOST)));
    }
  }

  /** Numbers of those that the scene has, parents before children. */
  List<Integer> order() {
    return order;
  }

  int count() {
    return parents.length;
  }

  /** The node of a number. */
  Json node(int number) {
    return all.get(number);
  }

  /** The parent's number, or -1. */
  int parent(int number) {
    return parents[number];
  }

  /** From a node to the scene; null for what the scene does not have. */
  Matrix4d global(int number) {
    return globals[number];
  }

  /** The number of the node of the scene that this stands for. */
  int number(Json reference) {
    int number = reference.integer(0, parents.length - 1);
    if (globals[number] == null) {
      throw reference.needs("a node of the scene");
    }
    return number;
  }
}
