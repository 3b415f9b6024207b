package org.variegate.scene.gltf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.vecmath.Matrix4d;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3d;
import javax.vecmath.SingularMatrixException;
import javax.vecmath.Vector3d;
import org.variegate.scene.Skeleton;

/**
 * One skeleton of all nodes that carry something. A node is a joint whose rest is where its skin
 * binds it, or where it stands; a node that is bound in two ways has a second joint, which goes
 * along.
 */
final class Rig {
  /** A joint: the node whose transform it has, or -1 if it goes along with its parent. */
  private record Joint(int node, int parent, Matrix4d rest) {}

  /**
   * What a mesh is bound to, one entry a joint.
   *
   * @param nodes numbers of the nodes
   * @param rest from each node to the scene where the mesh is as it was made
   * @param posed from the mesh to the scene, by each node where it stands
   * @param bind from the mesh to the scene, for it to rest there as it was made
   */
  record Skin(int[] nodes, Matrix4d[] rest, Matrix4d[] posed, Matrix4d bind) {}

  /** How many joints there may be, and all skins may have, as joints are numbered by shorts. */
  private static final int MOST = Short.MAX_VALUE;

  /** How many joints are tried for the rest pose. */
  private static final int CANDIDATES = 256;

  private final Nodes nodes;
  private final Accessors accessors;
  private final List<Json> skins;
  private final Map<String, Skin> read = new HashMap<>();
  private final Map<String, int[]> joined = new HashMap<>();
  private final List<Joint> joints = new ArrayList<>();
  private final Map<Integer, Integer> places = new HashMap<>();
  private long bound;

  Rig(Json document, Nodes nodes, Accessors accessors) throws IOException {
    this.nodes = nodes;
    this.accessors = accessors;
    this.skins = document.get("skins").items();
    Map<Integer, Matrix4d> bound = new HashMap<>();
    Set<Integer> needed = new HashSet<>();
    for (int number : nodes.order()) {
      Json node = nodes.node(number);
      if (node.get("mesh").exists()) {
        need(number, needed);
        if (node.get("skin").exists()) {
          Skin skin = skin(node.get("skin"));
          for (int i = 0; i < skin.nodes.length; i++) {
            need(skin.nodes[i], needed);
            bound.putIfAbsent(skin.nodes[i], skin.rest[i]);
          }
        }
      }
    }
    for (int number : nodes.order()) {
      if (needed.contains(number)) {
        int parent = nodes.parent(number) < 0 ? -1 : places.get(nodes.parent(number));
        Matrix4d rest = bound.getOrDefault(number, nodes.global(number));
        places.put(number, joints.size());
        joints.add(new Joint(number, parent, rest));
      }
    }
  }

  private void need(int number, Set<Integer> needed) {
    for (int n = number; n >= 0 && needed.add(n); n = nodes.parent(n)) {}
  }

  private Matrix4d[] inverseBind(Json skin, int count) throws IOException {
    if (count == 0) {
      throw skin.get("joints").needs("at least one");
    }
    Json reference = skin.get("inverseBindMatrices");
    Matrix4d[] matrices = new Matrix4d[count];
    float[] values = reference.exists() ? accessors.floats(reference, 16) : null;
    if (values != null && values.length < 16 * count) {
      throw reference.needs(count + " matrices");
    }
    for (int i = 0; i < count; i++) {
      matrices[i] = new Matrix4d();
      matrices[i].setIdentity();
      if (values != null) {
        matrices[i] = Transform.matrix(values, 16 * i);
      }
    }
    return matrices;
  }

  static Matrix4d inverse(Matrix4d matrix, String path) {
    try {
      Matrix4d inverse = new Matrix4d();
      inverse.invert(matrix);
      return inverse;
    } catch (SingularMatrixException e) {
      throw new IllegalArgumentException(path + ": needs a transform that can be inverted", e);
    }
  }

  /** The skin that a number stands for. */
  Skin skin(Json reference) throws IOException {
    Json json = reference.in(skins);
    Skin known = read.get(json.path());
    if (known != null) {
      return known;
    }
    List<Json> list = json.get("joints").items();
    bound += list.size();
    few(json.get("joints").path(), bound);
    Matrix4d[] inverse = inverseBind(json, list.size());
    int count = list.size();
    Skin skin = new Skin(new int[count], inverse.clone(), new Matrix4d[count], new Matrix4d());
    for (int i = 0; i < count; i++) {
      skin.nodes[i] = nodes.number(list.get(i));
      skin.posed[i] = product(nodes.global(skin.nodes[i]), inverse[i]);
      skin.rest[i] = inverse(inverse[i], json.path());
    }
    skin.bind.set(skin.posed[typical(skin)]);
    for (Matrix4d rest : skin.rest) {
      rest.mul(skin.bind, new Matrix4d(rest));
    }
    read.put(json.path(), skin);
    return skin;
  }

  /** The joint whose transform brings the others nearest to where they stand. */
  private int typical(Skin skin) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < Math.min(skin.posed.length, CANDIDATES); i++) {
      double sum = 0;
      for (int k = 0; k < skin.posed.length; k++) {
        Point3d there = new Point3d(place(skin.rest[k]));
        skin.posed[i].transform(there);
        there.sub(place(nodes.global(skin.nodes[k])));
        sum += Math.sqrt(there.x * there.x + there.y * there.y + there.z * there.z);
      }
      if (sum < least * (1 - 1e-6)) {
        least = sum;
        best = i;
      }
    }
    return best;
  }

  private static Vector3d place(Matrix4d matrix) {
    return new Vector3d(matrix.m03, matrix.m13, matrix.m23);
  }

  private static Matrix4d product(Matrix4d a, Matrix4d b) {
    Matrix4d product = new Matrix4d();
    product.mul(a, b);
    return product;
  }

  /** The joints of a skin. */
  int[] joints(Json reference) throws IOException {
    Skin skin = skin(reference);
    return joined.computeIfAbsent(
        reference.in(skins).path(),
        path -> {
          int[] list = new int[skin.nodes.length];
          for (int i = 0; i < list.length; i++) {
            list[i] = joint(skin.nodes[i], skin.rest[i]);
          }
          return list;
        });
  }

  /** The joint that goes with a node and rests there. */
  int joint(int number, Matrix4d rest) {
    int own = places.get(number);
    for (int i = own; i < joints.size(); i++) {
      Joint joint = joints.get(i);
      boolean goesAlong = i == own || joint.node < 0 && joint.parent == own;
      if (goesAlong && joint.rest.epsilonEquals(rest, 1e-5 * size(rest))) {
        return i;
      }
    }
    joints.add(new Joint(-1, own, rest));
    few("skins", joints.size());
    return joints.size() - 1;
  }

  private static void few(String path, long count) {
    if (count > MOST) {
      throw new IllegalArgumentException(
          path + ": needs at most " + MOST + " joints in all, got " + count);
    }
  }

  private static double size(Matrix4d m) {
    return 1e-3
        + Math.abs(m.m00)
        + Math.abs(m.m11)
        + Math.abs(m.m22)
        + Math.abs(m.m03)
        + Math.abs(m.m13)
        + Math.abs(m.m23);
  }

  int size() {
    return joints.size();
  }

  /** The joint of a node, or -1. */
  int place(int node) {
    return places.getOrDefault(node, -1);
  }

  /** The node of each joint, or -1 if it goes along with its parent. */
  int[] nodes() {
    return joints.stream().mapToInt(Joint::node).toArray();
  }

  int[] parents() {
    return joints.stream().mapToInt(Joint::parent).toArray();
  }

  /**
   * The skeleton.
   *
   * @param placing from the scene to the model's space
   */
  Skeleton skeleton(Matrix4d placing) {
    List<String> names = new ArrayList<>();
    List<Matrix4f> rest = new ArrayList<>();
    List<Matrix4f> inverse = new ArrayList<>();
    List<Matrix4d> fromModel = new ArrayList<>();
    for (Joint joint : joints) {
      String path = joint.node < 0 ? "skins" : nodes.node(joint.node).path();
      Matrix4d global = product(placing, joint.rest);
      fromModel.add(inverse(global, path));
      Matrix4d local = new Matrix4d(global);
      if (joint.parent >= 0) {
        local.mul(fromModel.get(joint.parent), global);
      }
      names.add(joint.node < 0 ? "" : nodes.node(joint.node).get("name").text(path));
      rest.add(new Matrix4f(local));
      inverse.add(new Matrix4f(fromModel.get(fromModel.size() - 1)));
    }
    return new Skeleton(names, parents(), rest, inverse);
  }
}
