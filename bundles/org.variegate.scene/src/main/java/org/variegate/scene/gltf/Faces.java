package org.variegate.scene.gltf;

import java.util.Arrays;

/** Triangles: of strips, of fans, of corners of their own, and those that are worth keeping. */
final class Faces {
  private Faces() {}

  static int[] sequence(int count) {
    int[] list = new int[count];
    for (int i = 0; i < count; i++) {
      list[i] = i;
    }
    return list;
  }

  static int[] strip(int[] list) {
    int[] triangles = new int[3 * Math.max(0, list.length - 2)];
    for (int i = 0; i < triangles.length / 3; i++) {
      triangles[3 * i] = list[i];
      triangles[3 * i + 1] = list[i + 1 + i % 2];
      triangles[3 * i + 2] = list[i + 2 - i % 2];
    }
    return triangles;
  }

  static int[] fan(int[] list) {
    int[] triangles = new int[3 * Math.max(0, list.length - 2)];
    for (int i = 0; i < triangles.length / 3; i++) {
      triangles[3 * i] = list[i + 1];
      triangles[3 * i + 1] = list[i + 2];
      triangles[3 * i + 2] = list[0];
    }
    return triangles;
  }

  /** Leaves out triangles without area, then vertices that no triangle has. */
  static void compact(Primitive p) {
    int[] kept = new int[p.triangles.length];
    int corners = 0;
    for (int i = 0; i < kept.length; i += 3) {
      int[] t = {p.triangles[i], p.triangles[i + 1], p.triangles[i + 2]};
      float[] normal = normal(p.positions, 3 * t[0], 3 * t[1], 3 * t[2]);
      if (normal[0] != 0 || normal[1] != 0 || normal[2] != 0) {
        System.arraycopy(t, 0, kept, corners, 3);
        corners += 3;
      }
    }
    int[] place = new int[p.vertices()];
    int[] used = new int[p.vertices()];
    int count = 0;
    Arrays.fill(place, -1);
    p.triangles = Arrays.copyOf(kept, corners);
    for (int i = 0; i < corners; i++) {
      int vertex = p.triangles[i];
      if (place[vertex] < 0) {
        place[vertex] = count;
        used[count++] = vertex;
      }
      p.triangles[i] = place[vertex];
    }
    take(p, Arrays.copyOf(used, count));
  }

  /** Gives each corner a vertex of its own, with the normal of its face. */
  static void split(Primitive p) {
    take(p, p.triangles);
    p.triangles = sequence(p.triangles.length);
    p.normals = new float[p.positions.length];
    for (int i = 0; i < p.normals.length; i += 9) {
      float[] normal = normal(p.positions, i, i + 3, i + 6);
      for (int k = 0; k < 9; k++) {
        p.normals[i + k] = normal[k % 3];
      }
    }
    p.morphPositions.forEach(by -> p.morphNormals.add(turns(p, by)));
  }

  /** How the normals of faces turn where a morph target is added as a whole. */
  private static float[] turns(Primitive p, float[] by) {
    float[] moved = p.positions.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += by[i];
    }
    float[] turns = new float[moved.length];
    for (int i = 0; i < turns.length; i += 9) {
      float[] normal = normal(moved, i, i + 3, i + 6);
      for (int k = 0; k < 9; k++) {
        turns[i + k] = normal[k % 3] - p.normals[i + k];
      }
    }
    return turns;
  }

  private static void take(Primitive p, int[] vertices) {
    p.positions = gather(p.positions, 3, vertices);
    p.normals = gather(p.normals, 3, vertices);
    p.uvs = gather(p.uvs, 2, vertices);
    p.colors = gather(p.colors, 3, vertices);
    if (p.joints != null) {
      int n = p.influences;
      p.weights = gather(p.weights, n, vertices);
      int[] joints = new int[n * vertices.length];
      for (int i = 0; i < joints.length; i++) {
        joints[i] = p.joints[n * vertices[i / n] + i % n];
      }
      p.joints = joints;
    }
    p.morphPositions.replaceAll(by -> gather(by, 3, vertices));
    p.morphNormals.replaceAll(by -> gather(by, 3, vertices));
  }

  private static float[] gather(float[] values, int width, int[] vertices) {
    if (values == null) {
      return null;
    }
    float[] gathered = new float[vertices.length * width];
    for (int i = 0; i < vertices.length; i++) {
      System.arraycopy(values, vertices[i] * width, gathered, i * width, width);
    }
    return gathered;
  }

  /** The unit normal of a triangle, or 0 if it has no area. */
  static float[] normal(float[] p, int a, int b, int c) {
    double ux = (double) p[b] - p[a];
    double uy = (double) p[b + 1] - p[a + 1];
    double uz = (double) p[b + 2] - p[a + 2];
    double vx = (double) p[c] - p[a];
    double vy = (double) p[c + 1] - p[a + 1];
    double vz = (double) p[c + 2] - p[a + 2];
    double x = uy * vz - uz * vy;
    double y = uz * vx - ux * vz;
    double z = ux * vy - uy * vx;
    double length = Math.sqrt(x * x + y * y + z * z);
    double scale = length > 0 ? 1 / length : 0;
    return new float[] {(float) (x * scale), (float) (y * scale), (float) (z * scale)};
  }
}
