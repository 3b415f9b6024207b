package org.variegate.scene;

import java.util.List;
import javax.vecmath.Matrix4f;

/**
 * Joints in a tree, each with a transform to its parent; a parent stands before its children.
 *
 * @param names one a joint
 * @param parents place of each joint's parent, -1 for a root
 * @param rest from each joint to its parent in the rest pose
 * @param inverseBind from the mesh's rest space to each joint
 */
public record Skeleton(
    List<String> names, int[] parents, List<Matrix4f> rest, List<Matrix4f> inverseBind) {

  /** The skeleton of what is rigid. */
  public static final Skeleton NONE = new Skeleton(List.of(), new int[0], List.of(), List.of());

  /** Checks that every list has one entry a joint and every parent stands before its children. */
  public Skeleton {
    names = List.copyOf(names);
    parents = parents.clone();
    rest = List.copyOf(rest);
    inverseBind = List.copyOf(inverseBind);
    int count = names.size();
    if (parents.length != count || rest.size() != count || inverseBind.size() != count) {
      throw new IllegalArgumentException(
          "joints: needs "
              + count
              + " parents, rest and inverse bind matrices, got "
              + parents.length
              + ", "
              + rest.size()
              + ", "
              + inverseBind.size());
    }
    for (int i = 0; i < count; i++) {
      if (parents[i] < -1 || parents[i] >= i) {
        throw new IllegalArgumentException(
            "joint " + names.get(i) + ": needs a parent before itself, got " + parents[i]);
      }
    }
  }

  /** How many joints there are. */
  public int size() {
    return names.size();
  }

  /**
   * A joint's place.
   *
   * @param name the joint's
   * @return its place, or -1
   */
  public int place(String name) {
    return names.indexOf(name);
  }

  /** The pose in which the mesh was made. */
  public Pose restPose() {
    return new Pose(rest);
  }

  /**
   * Where the joints are.
   *
   * @param pose of this skeleton
   * @return from each joint to the model's space
   */
  public Matrix4f[] global(Pose pose) {
    Matrix4f[] global = new Matrix4f[size()];
    for (int i = 0; i < global.length; i++) {
      global[i] = new Matrix4f(pose.local().get(i));
      if (parents[i] >= 0) {
        global[i].mul(global[parents[i]], pose.local().get(i));
      }
    }
    return global;
  }

  /**
   * What takes a vertex from rest to a pose.
   *
   * @param pose of this skeleton
   * @return 12 values a joint, the upper three rows of its matrix, row by row
   */
  public float[] palette(Pose pose) {
    Matrix4f[] global = global(pose);
    float[] palette = new float[12 * global.length];
    for (int i = 0; i < global.length; i++) {
      Matrix4f m = global[i];
      m.mul(inverseBind.get(i));
      float[] rows = {
        m.m00, m.m01, m.m02, m.m03, m.m10, m.m11, m.m12, m.m13, m.m20, m.m21, m.m22, m.m23
      };
      System.arraycopy(rows, 0, palette, 12 * i, 12);
    }
    return palette;
  }
}
