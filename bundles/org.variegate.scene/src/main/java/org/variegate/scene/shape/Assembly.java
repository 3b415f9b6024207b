package org.variegate.scene.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.vecmath.Matrix4f;
import org.variegate.scene.Mesh;

/**
 * Puts meshes together into one: parts of one material into one range, in the order of the slots.
 * Belongs to one thread. Takes positions, normals and texture coordinates (0 if a part has none).
 */
public final class Assembly {
  /** Of a part that follows no joint. */
  public static final int RIGID = -1;

  private record Part(Mesh mesh, Matrix4f placement, int slot, int joint) {}

  private final List<Part> parts = new ArrayList<>();

  /**
   * Adds a part that follows no joint.
   *
   * @param mesh what to add
   * @param placement from its space to the whole's; it may mirror and scale
   * @param slot of its material
   * @return this
   */
  public Assembly add(Mesh mesh, Matrix4f placement, int slot) {
    return add(mesh, placement, slot, RIGID);
  }

  /**
   * Adds a part.
   *
   * @param mesh what to add
   * @param placement from its space to the whole's; it may mirror and scale
   * @param slot of its material, at least 0
   * @param joint it follows, or {@link #RIGID}; in one whole all do or none
   * @return this
   */
  public Assembly add(Mesh mesh, Matrix4f placement, int slot, int joint) {
    if (!parts.isEmpty() && (parts.get(0).joint == RIGID) != (joint == RIGID)) {
      throw new IllegalArgumentException(
          "joint: needs one for every part or for none, got " + joint);
    }
    parts.add(new Part(mesh, new Matrix4f(placement), slot, joint));
    return this;
  }

  /**
   * Adds a part where it is.
   *
   * @param mesh what to add
   * @param slot of its material
   * @return this
   */
  public Assembly add(Mesh mesh, int slot) {
    Matrix4f here = new Matrix4f();
    here.setIdentity();
    return add(mesh, here, slot);
  }

  /**
   * Makes the whole.
   *
   * @return one mesh
   * @throws IllegalArgumentException if nothing was added
   */
  public Mesh build() {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts: needs at least one, got none");
    }
    int vertices = parts.stream().mapToInt(p -> p.mesh.vertices()).sum();
    float[] positions = new float[3 * vertices];
    float[] normals = new float[3 * vertices];
    float[] uvs = new float[2 * vertices];
    SortedMap<Integer, List<int[]>> bySlot = new TreeMap<>();
    int from = 0;
    int corners = 0;
    for (Part part : parts) {
      place(part, positions, normals, from);
      if (part.mesh.uvs() != null) {
        System.arraycopy(part.mesh.uvs(), 0, uvs, 2 * from, 2 * part.mesh.vertices());
      }
      bySlot.computeIfAbsent(part.slot, s -> new ArrayList<>()).add(triangles(part, from));
      from += part.mesh.vertices();
      corners += part.mesh.triangles().length;
    }
    List<Mesh.Range> ranges = new ArrayList<>();
    int[] triangles = new int[corners];
    int to = 0;
    for (var entry : bySlot.entrySet()) {
      int first = to;
      for (int[] more : entry.getValue()) {
        System.arraycopy(more, 0, triangles, to, more.length);
        to += more.length;
      }
      ranges.add(new Mesh.Range(entry.getKey(), first / 3, (to - first) / 3));
    }
    Mesh.Builder builder = Mesh.of(positions, normals, triangles).uvs(uvs).ranges(ranges);
    return (parts.get(0).joint == RIGID ? builder : skinned(builder, vertices)).build();
  }

  private Mesh.Builder skinned(Mesh.Builder builder, int vertices) {
    short[] joints = new short[4 * vertices];
    float[] weights = new float[4 * vertices];
    int vertex = 0;
    for (Part part : parts) {
      for (int end = vertex + part.mesh.vertices(); vertex < end; vertex++) {
        joints[4 * vertex] = (short) part.joint;
        weights[4 * vertex] = 1;
      }
    }
    return builder.skin(joints, weights);
  }

  private static int[] triangles(Part part, int first) {
    int[] triangles = part.mesh.triangles().clone();
    boolean mirrored = part.placement.determinant() < 0;
    for (int i = 0; i < triangles.length; i += 3) {
      int second = triangles[i + (mirrored ? 2 : 1)];
      int third = triangles[i + (mirrored ? 1 : 2)];
      triangles[i] += first;
      triangles[i + 1] = second + first;
      triangles[i + 2] = third + first;
    }
    return triangles;
  }

  /** Normals go by the cofactors, so that scaling keeps them upright. */
  private static void place(Part part, float[] positions, float[] normals, int first) {
    Matrix4f m = part.placement;
    float sign = m.determinant() < 0 ? -1 : 1;
    float[] p = part.mesh.positions();
    float[] n = part.mesh.normals();
    for (int i = 0; i < p.length; i += 3) {
      int to = 3 * first + i;
      float x = p[i];
      float y = p[i + 1];
      float z = p[i + 2];
      positions[to] = m.m00 * x + m.m01 * y + m.m02 * z + m.m03;
      positions[to + 1] = m.m10 * x + m.m11 * y + m.m12 * z + m.m13;
      positions[to + 2] = m.m20 * x + m.m21 * y + m.m22 * z + m.m23;
      x = n[i] * sign;
      y = n[i + 1] * sign;
      z = n[i + 2] * sign;
      float a =
          (m.m11 * m.m22 - m.m12 * m.m21) * x
              + (m.m12 * m.m20 - m.m10 * m.m22) * y
              + (m.m10 * m.m21 - m.m11 * m.m20) * z;
      float b =
          (m.m02 * m.m21 - m.m01 * m.m22) * x
              + (m.m00 * m.m22 - m.m02 * m.m20) * y
              + (m.m01 * m.m20 - m.m00 * m.m21) * z;
      float c =
          (m.m01 * m.m12 - m.m02 * m.m11) * x
              + (m.m02 * m.m10 - m.m00 * m.m12) * y
              + (m.m00 * m.m11 - m.m01 * m.m10) * z;
      float length = (float) Math.sqrt(a * a + b * b + c * c);
      normals[to] = a / length;
      normals[to + 1] = b / length;
      normals[to + 2] = c / length;
    }
  }
}
