package org.variegate.source.breeds;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.variegate.scene.Mesh;

/**
 * A mesh as bytes: how many vertices, triangles and ranges it has and which attributes, the ranges,
 * then its arrays one after another, and at the end the CRC-32 of all that. Numbers are big-endian.
 */
final class MeshFile {
  private static final int UVS = 1;
  private static final int COLORS = 2;
  private static final int OCCLUSION = 4;
  private static final int SKIN = 8;
  private static final int FUR = 16;

  private MeshFile() {}

  /** The bytes of a mesh without morphs. */
  static byte[] encode(Mesh mesh) {
    List<float[]> floats = new ArrayList<>(List.of(mesh.positions(), mesh.normals()));
    int has = 0;
    has |= add(floats, mesh.uvs(), UVS);
    has |= add(floats, mesh.colors(), COLORS);
    has |= add(floats, mesh.occlusion(), OCCLUSION);
    has |= add(floats, mesh.weights(), SKIN);
    has |= add(floats, mesh.fur(), FUR);
    int ranges = mesh.ranges().size();
    ByteBuffer bytes = ByteBuffer.allocate((int) mesh.bytes() + 12 * ranges + 20);
    bytes.putInt(mesh.vertices()).putInt(mesh.triangles().length).putInt(ranges).putInt(has);
    for (Mesh.Range range : mesh.ranges()) {
      bytes.putInt(range.slot()).putInt(range.from()).putInt(range.count());
    }
    for (float[] values : floats) {
      bytes.asFloatBuffer().put(values);
      skip(bytes, 4 * values.length);
    }
    bytes.asIntBuffer().put(mesh.triangles());
    skip(bytes, 4 * mesh.triangles().length);
    if (mesh.joints() != null) {
      bytes.asShortBuffer().put(mesh.joints());
      skip(bytes, 2 * mesh.joints().length);
    }
    return bytes.putInt(sum(bytes.array())).array();
  }

  private static int add(List<float[]> all, float[] values, int flag) {
    if (values == null) {
      return 0;
    }
    all.add(values);
    return flag;
  }

  /** The mesh, nothing if these are not the bytes of one. */
  static Optional<Mesh> decode(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    if (file.length < 20 || sum(file) != bytes.getInt(file.length - 4)) {
      return Optional.empty();
    }
    try {
      return Optional.of(mesh(bytes));
    } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
      return Optional.empty(); // the sum fits by chance
    }
  }

  private static Mesh mesh(ByteBuffer bytes) {
    int vertices = bytes.getInt();
    int corners = bytes.getInt();
    int count = bytes.getInt();
    int has = bytes.getInt();
    List<Mesh.Range> ranges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ranges.add(new Mesh.Range(bytes.getInt(), bytes.getInt(), bytes.getInt()));
    }
    float[] positions = floats(bytes, 3 * vertices);
    float[] normals = floats(bytes, 3 * vertices);
    float[] uvs = (has & UVS) == 0 ? null : floats(bytes, 2 * vertices);
    float[] colors = (has & COLORS) == 0 ? null : floats(bytes, 3 * vertices);
    float[] occlusion = (has & OCCLUSION) == 0 ? null : floats(bytes, vertices);
    float[] weights = (has & SKIN) == 0 ? null : floats(bytes, 4 * vertices);
    float[] fur = (has & FUR) == 0 ? null : floats(bytes, 4 * vertices);
    int[] triangles = new int[corners];
    bytes.asIntBuffer().get(triangles);
    skip(bytes, 4 * corners);
    short[] joints = null;
    if (weights != null) {
      joints = new short[weights.length];
      bytes.asShortBuffer().get(joints);
    }
    return Mesh.of(positions, normals, triangles)
        .ranges(ranges)
        .uvs(uvs)
        .colors(colors)
        .occlusion(occlusion)
        .skin(joints, weights)
        .fur(fur)
        .build();
  }

  private static float[] floats(ByteBuffer bytes, int count) {
    float[] values = new float[count];
    bytes.asFloatBuffer().get(values);
    skip(bytes, 4 * count);
    return values;
  }

  private static void skip(ByteBuffer bytes, int count) {
    bytes.position(bytes.position() + count);
  }

  /** Of all bytes but the last four. */
  private static int sum(byte[] file) {
    CRC32 sum = new CRC32();
    sum.update(file, 0, file.length - 4);
    return (int) sum.getValue();
  }
}
