package org.variegate.scene.gltf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javax.vecmath.Matrix4d;
import org.variegate.scene.Mesh;

/** All triangles of the scene as one surface, in the scene's space. */
final class Surface {
  /** How many vertices and corners there may be. */
  private static final int MOST = 1 << 21;

  /** How many vertices all animated morph targets may have together. */
  private static final long MOST_MORPHED = 1L << 23;

  private final Nodes nodes;
  private final Rig rig;
  private final Accessors accessors;
  private final Materials materials;
  private final Morphs morphs;
  private final boolean moves;
  private final List<Primitive> parts = new ArrayList<>();
  private long size;
  private long morphed;

  /**
   * Reads nothing yet.
   *
   * @param moves whether joints will move it; else it is taken as it stands
   */
  Surface(
      Nodes nodes,
      Rig rig,
      Accessors accessors,
      Materials materials,
      Morphs morphs,
      boolean moves) {
    this.nodes = nodes;
    this.rig = rig;
    this.accessors = accessors;
    this.materials = materials;
    this.morphs = morphs;
    this.moves = moves;
  }

  void read(List<Json> meshes) throws IOException {
    for (int number : nodes.order()) {
      Json node = nodes.node(number);
      if (node.get("mesh").exists()) {
        Json mesh = node.get("mesh").in(meshes);
        for (Json source : mesh.get("primitives").items()) {
          boolean faces = source.get("mode").integer(0, 6, 4) >= 4;
          if (faces && !Materials.isHidden(materials.material(source.get("material")))) {
            read(number, source);
          }
        }
      }
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("meshes: needs triangles, got none");
    }
    parts.sort(Comparator.comparingInt(part -> part.slot));
  }

  private void read(int number, Json source) throws IOException {
    Json position = source.get("attributes").get("POSITION");
    Json indices = source.get("indices");
    size += accessors.count(position) + (indices.exists() ? accessors.count(indices) / 3 : 0);
    if (size > MOST) {
      throw new IllegalArgumentException(
          source.path() + ": needs at most " + MOST + " vertices and triangles in all");
    }
    if (morphs.first(number) >= 0) {
      morphed += (long) accessors.count(position) * source.get("targets").items().size();
    }
    if (morphed > MOST_MORPHED) {
      throw new IllegalArgumentException(
          source.path()
              + ".targets: needs at most "
              + MOST_MORPHED
              + " vertices of animated targets in all");
    }
    Primitive part =
        new Primitive(source, morphs.weights(number), morphs.first(number), accessors, materials);
    Json skin = nodes.node(number).get("skin");
    if (skin.exists() && part.joints != null) {
      bound(part, skin, source);
    } else {
      Placing.move(nodes.global(number), part);
      part.joints = null;
      if (moves) {
        stick(part, rig.joint(number, nodes.global(number)));
      }
    }
    Faces.compact(part);
    if (part.triangles.length > 0) {
      parts.add(part);
    }
  }

  private static void stick(Primitive part, int joint) {
    part.influences = 4;
    part.joints = new int[4 * part.vertices()];
    part.weights = new float[4 * part.vertices()];
    for (int i = 0; i < part.joints.length; i += 4) {
      part.joints[i] = joint;
      part.weights[i] = 1;
    }
  }

  private void bound(Primitive part, Json reference, Json source) throws IOException {
    Rig.Skin skin = rig.skin(reference);
    for (int i = 0; i < part.joints.length; i++) {
      if (part.joints[i] < 0 || part.joints[i] >= skin.nodes().length) {
        throw new IllegalArgumentException(
            source.path()
                + ".attributes: needs joints below "
                + skin.nodes().length
                + ", got "
                + part.joints[i]);
      }
    }
    Placing.normalize(part.weights, part.influences);
    if (moves) {
      Placing.move(skin.bind(), part);
      int[] joints = rig.joints(reference);
      for (int i = 0; i < part.joints.length; i++) {
        part.joints[i] = part.weights[i] == 0 ? joints[0] : joints[part.joints[i]];
      }
    } else {
      Placing.blend(skin.posed(), part);
      part.joints = null;
    }
  }

  /**
   * The mesh of all.
   *
   * @param placing where it is put before
   */
  Mesh mesh(Matrix4d placing) {
    parts.forEach(part -> Placing.move(placing, part));
    int[] triangles = new int[parts.stream().mapToInt(part -> part.triangles.length).sum()];
    List<Mesh.Range> ranges = new ArrayList<>();
    int vertex = 0;
    int corner = 0;
    for (Primitive part : parts) {
      append(ranges, part.slot, corner / 3, part.triangles.length / 3);
      for (int local : part.triangles) {
        triangles[corner++] = local + vertex;
      }
      vertex += part.vertices();
    }
    Mesh.Builder mesh =
        Mesh.of(joined(3, part -> part.positions), joined(3, part -> part.normals), triangles)
            .ranges(ranges)
            .uvs(joined(2, part -> part.uvs))
            .colors(joined(3, part -> part.colors));
    return (moves ? skinned(mesh, vertex) : mesh).build();
  }

  private Mesh.Builder skinned(Mesh.Builder mesh, int vertices) {
    int influences = parts.stream().mapToInt(part -> part.influences).max().orElseThrow();
    for (Primitive part : parts) {
      if (part.influences < influences) {
        Influences.widen(part, influences);
      }
    }
    return mesh.skin(joints(influences * vertices), joined(influences, part -> part.weights))
        .morphs(Shapes.of(parts, morphs.rest().size()));
  }

  private short[] joints(int length) {
    short[] joints = new short[length];
    int at = 0;
    for (Primitive part : parts) {
      for (int joint : part.joints) {
        joints[at++] = (short) joint;
      }
    }
    return joints;
  }

  /** An attribute of all parts; 1 where a part has none, null where all have none. */
  private float[] joined(int width, Function<Primitive, float[]> attribute) {
    if (parts.stream().allMatch(part -> attribute.apply(part) == null)) {
      return null;
    }
    float[] all = new float[width * parts.stream().mapToInt(Primitive::vertices).sum()];
    Arrays.fill(all, 1);
    int at = 0;
    for (Primitive part : parts) {
      float[] values = attribute.apply(part);
      if (values != null) {
        System.arraycopy(values, 0, all, at, values.length);
      }
      at += width * part.vertices();
    }
    return all;
  }

  private static void append(List<Mesh.Range> ranges, int slot, int from, int count) {
    Mesh.Range last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
    if (last != null && last.slot() == slot) {
      ranges.set(ranges.size() - 1, new Mesh.Range(slot, last.from(), last.count() + count));
    } else {
      ranges.add(new Mesh.Range(slot, from, count));
    }
  }
}
