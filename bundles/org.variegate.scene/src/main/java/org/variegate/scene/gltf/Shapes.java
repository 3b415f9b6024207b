package org.variegate.scene.gltf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.variegate.scene.Mesh;

/** The morph targets of all primitives, as far as they are animated, as those of one mesh. */
final class Shapes {
  private int[] vertices = new int[0];
  private float[] positions = new float[0];
  private float[] normals = new float[0];
  private int count;

  private Shapes() {}

  static List<Mesh.Morph> of(List<Primitive> parts, int count) {
    List<Mesh.Morph> morphs = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Shapes shapes = new Shapes();
      int first = 0;
      for (Primitive part : parts) {
        int own = number - part.firstMorph;
        if (part.firstMorph >= 0 && own >= 0 && own < part.morphPositions.size()) {
          shapes.add(first, part.morphPositions.get(own), part.morphNormals.get(own));
        }
        first += part.vertices();
      }
      morphs.add(shapes.morph());
    }
    return morphs;
  }

  /** Those that change. */
  private void add(int first, float[] by, float[] turns) {
    int most = count + by.length / 3;
    vertices = Arrays.copyOf(vertices, most);
    positions = Arrays.copyOf(positions, 3 * most);
    normals = Arrays.copyOf(normals, 3 * most);
    for (int i = 0; i < by.length; i += 3) {
      if (any(by, i) || any(turns, i)) {
        vertices[count] = first + i / 3;
        System.arraycopy(by, i, positions, 3 * count, 3);
        System.arraycopy(turns, i, normals, 3 * count, 3);
        count++;
      }
    }
  }

  private static boolean any(float[] v, int i) {
    return v[i] != 0 || v[i + 1] != 0 || v[i + 2] != 0;
  }

  private Mesh.Morph morph() {
    return new Mesh.Morph(
        Arrays.copyOf(vertices, count),
        Arrays.copyOf(positions, 3 * count),
        Arrays.copyOf(normals, 3 * count));
  }
}
