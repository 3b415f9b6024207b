package org.variegate.scene.gltf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Triangles of one material, as the document has them; attributes it does not have are null. */
final class Primitive {
  final int slot;
  float[] positions;
  float[] normals;
  float[] uvs;
  float[] colors;
  int[] joints;
  float[] weights;
  int[] triangles;

  /** How many joints a vertex has. */
  int influences = 4;

  /** The number of the first morph target that is animated; the others follow. */
  int firstMorph;

  /** What each morph target that is animated adds. */
  final List<float[]> morphPositions = new ArrayList<>();

  final List<float[]> morphNormals = new ArrayList<>();

  /**
   * Reads a primitive.
   *
   * @param source with the mode of triangles, strips or fans
   * @param morphs weights of the morph targets
   * @param firstMorph number of the first morph target if they are animated, else -1
   */
  Primitive(
      Json source, List<Json> morphs, int firstMorph, Accessors accessors, Materials materials)
      throws IOException {
    this.firstMorph = firstMorph;
    Json material = materials.material(source.get("material"));
    slot = materials.slot(material);
    Json attributes = source.get("attributes");
    positions = accessors.floats(attributes.get("POSITION"), 3);
    Json normal = attributes.get("NORMAL");
    normals = normal.exists() ? accessors.floats(normal, 3) : null;
    Coordinates coordinates = materials.coordinates(material);
    uvs = coordinates.of(attributes, accessors);
    colors = colors(attributes.get("COLOR_0"), accessors);
    if (attributes.get("JOINTS_0").exists()) {
      new Influences(attributes, accessors).give(this);
    }
    morph(source.get("targets").items(), morphs, accessors);
    if (firstMorph >= 0) {
      morphs(source.get("targets").items(), accessors);
    }
    check(attributes);
    triangles = triangles(source, accessors);
    if (uvs != null) {
      coordinates.wrap().apply(this, source.path());
    }
    if (normals == null) {
      Faces.split(this);
    }
  }

  int vertices() {
    return positions.length / 3;
  }

  private void check(Json attributes) {
    int n = vertices();
    if (normals != null && normals.length != 3 * n
        || uvs != null && uvs.length != 2 * n
        || colors != null && colors.length != 3 * n
        || joints != null && joints.length != influences * n) {
      throw new IllegalArgumentException(
          attributes.path() + ": needs " + n + " elements of each attribute, got others");
    }
  }

  private static float[] colors(Json set, Accessors accessors) throws IOException {
    if (!set.exists()) {
      return null;
    }
    int width = accessors.width(set);
    float[] all = accessors.floats(set, width);
    float[] colors = new float[all.length / width * 3];
    for (int i = 0; i < colors.length; i++) {
      colors[i] = Math.min(1, Math.max(0, all[i / 3 * width + i % 3]));
    }
    return colors;
  }

  private void morph(List<Json> targets, List<Json> morphs, Accessors accessors)
      throws IOException {
    for (int t = 0; t < Math.min(targets.size(), morphs.size()); t++) {
      float weight = morphs.get(t).number(0);
      if (weight != 0) {
        add(positions, weight, targets.get(t).get("POSITION"), accessors);
        if (normals != null) {
          add(normals, weight, targets.get(t).get("NORMAL"), accessors);
        }
      }
    }
  }

  private void morphs(List<Json> targets, Accessors accessors) throws IOException {
    for (Json target : targets) {
      float[] by = new float[positions.length];
      add(by, 1, target.get("POSITION"), accessors);
      morphPositions.add(by);
      if (normals != null) {
        float[] turns = new float[normals.length];
        add(turns, 1, target.get("NORMAL"), accessors);
        morphNormals.add(turns);
      }
    }
  }

  private static void add(float[] to, float weight, Json difference, Accessors accessors)
      throws IOException {
    if (difference.exists()) {
      float[] by = accessors.floats(difference, 3);
      if (by.length != to.length) {
        throw difference.needs(to.length / 3 + " elements");
      }
      for (int i = 0; i < to.length; i++) {
        to[i] += weight * by[i];
      }
    }
  }

  private int[] triangles(Json source, Accessors accessors) throws IOException {
    Json indices = source.get("indices");
    int[] list = indices.exists() ? accessors.ints(indices, 1) : Faces.sequence(vertices());
    for (int vertex : list) {
      if (vertex < 0 || vertex >= vertices()) {
        throw new IllegalArgumentException(
            indices.path() + ": needs vertices below " + vertices() + ", got " + vertex);
      }
    }
    return switch (source.get("mode").integer(0, 6, 4)) {
      case 4 -> Arrays.copyOf(list, list.length / 3 * 3);
      case 5 -> Faces.strip(list);
      default -> Faces.fan(list);
    };
  }
}
