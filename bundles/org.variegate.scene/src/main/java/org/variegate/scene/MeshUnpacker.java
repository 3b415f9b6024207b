package org.variegate.scene;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.variegate.api.Arena;

/** Reads the attributes of a packed mesh, as {@link MeshLayout} lays them out. */
final class MeshUnpacker {
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private static final float[] WEIGHTS = new float[511];

  static {
    for (int i = 0; i < WEIGHTS.length; i++) {
      WEIGHTS[i] = i / 510f;
    }
  }

  private final byte[] data;
  private final MeshLayout layout;
  private final float[] colors;
  private final float[] lengths;
  private final short[] sets;

  /**
   * Reads a mesh.
   *
   * @param data of a packed mesh
   * @throws IllegalArgumentException if they are of none
   */
  MeshUnpacker(byte[] data) {
    this.data = data;
    layout = new MeshLayout(data);
    colors = squares(layout.brightest);
    lengths = squares(layout.longest);
    sets = new short[4 * layout.sets];
    for (int i = 0; i < sets.length; i++) {
      sets[i] = value(layout.setsAt + 2 * i);
    }
  }

  /** What its tables take in memory, in bytes. */
  long bytes() {
    return 4L * (colors.length + lengths.length) + 2L * sets.length;
  }

  private static float[] squares(float most) {
    float[] squares = new float[256];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = most * (i * i / 65025f);
    }
    return squares;
  }

  private short value(int at) {
    return (short) SHORTS.get(data, at);
  }

  /**
   * The mesh.
   *
   * @param arena lends its arrays
   * @param bounds of it, null if they are not known yet
   */
  Mesh unpack(Arena arena, Bounds bounds) {
    float[] normals = floats(arena, 3);
    float[] occlusion = layout.has(MeshLayout.OCCLUSION) ? floats(arena, 1) : null;
    float[] fur = layout.has(MeshLayout.FUR) ? floats(arena, 4) : null;
    boolean skinned = layout.has(MeshLayout.SKIN);
    short[] joints = skinned ? arena.shorts(4 * room(layout.vertices)) : null;
    float[] weights = skinned ? floats(arena, 4) : null;
    if (skinned) {
      Arrays.fill(joints, 4 * layout.vertices, joints.length, (short) 0);
    }
    rows(normals, occlusion, fur, joints, weights);
    int faces = 3 * layout.faces;
    return Mesh.of(
            positions(floats(arena, 3)),
            normals,
            triangles(layout.trianglesAt, faces, room(faces), arena))
        .outline(outline(arena))
        .ranges(layout.ranges)
        .uvs(layout.has(MeshLayout.UVS) ? uvs(floats(arena, 2)) : null)
        .colors(layout.has(MeshLayout.COLORS) ? colors(floats(arena, 3)) : null)
        .occlusion(occlusion)
        .fur(fur)
        .skin(joints, weights)
        .lent(layout.vertices, layout.faces, bounds);
  }

  /** Lends an array that holds zeros beyond its values. */
  private float[] floats(Arena arena, int width) {
    float[] floats = arena.floats(width * room(layout.vertices));
    Arrays.fill(floats, width * layout.vertices, floats.length, 0);
    return floats;
  }

  /** One of few lengths, so that an arena lends arrays again. */
  private static int room(int count) {
    int room = 6000;
    while (room < count) {
      room += room / 2;
    }
    return room;
  }

  private float[] positions(float[] to) {
    float step = layout.step;
    for (int i = 0, at = layout.positionsAt, n = 3 * layout.vertices; i < n; i++, at += 2) {
      to[i] = step * value(at);
    }
    return to;
  }

  private float[] colors(float[] to) {
    for (int i = 0, at = layout.colorsAt, n = 3 * layout.vertices; i < n; i++, at++) {
      to[i] = colors[data[at] & 0xff];
    }
    return to;
  }

  private float[] uvs(float[] to) {
    int from = 2 * layout.uvFirst;
    int end = from + 2 * layout.uvCount;
    float[] box = layout.uvBox;
    Arrays.fill(to, 0, from, 0);
    for (int i = from, at = layout.uvsAt; i < end; i += 2, at += 4) {
      to[i] = box[0] + box[1] * (value(at) & 0xffff);
      to[i + 1] = box[2] + box[3] * (value(at + 2) & 0xffff);
    }
    Arrays.fill(to, end, 2 * layout.vertices, 0);
    return to;
  }

  /** What vertices have of their own, and then what others have like them. */
  private void rows(
      float[] normals, float[] occlusion, float[] fur, short[] joints, float[] weights) {
    int v = 0;
    int row = 0;
    int like = 0;
    int at = layout.likesAt;
    for (int run = 0; run < layout.runs; run++) {
      int count =
          value(layout.runsAt + 4 * run) & 0xffff | value(layout.runsAt + 4 * run + 2) << 16;
      if (run % 2 == 0) {
        normals(row, count, v, normals);
        occlusion(row, count, v, occlusion);
        fur(row, count, v, fur);
        skin(row, count, v, joints, weights);
        row += count;
      } else {
        for (int i = v; i < v + count; i++) {
          int step = data[at++];
          like = step == -128 ? value((at += 2) - 2) & 0xffff : like + step;
          copy(normals, 3, like, i);
          copy(occlusion, 1, like, i);
          copy(fur, 4, like, i);
          copy(weights, 4, like, i);
          copy(joints, like, i);
        }
      }
      v += count;
    }
  }

  private void normals(int row, int count, int v, float[] to) {
    int at = layout.normalsAt + Bearings.BYTES * row;
    Bearings.read(data, at, count, to, 3 * v, 3);
  }

  private void occlusion(int row, int count, int v, float[] to) {
    for (int i = 0, at = layout.occlusionAt + row; to != null && i < count; i++) {
      to[v + i] = (data[at + i] & 0xff) / 255f;
    }
  }

  private void fur(int row, int count, int v, float[] to) {
    if (to != null) {
      for (int i = 0, at = layout.furAt + row; i < count; i++) {
        to[4 * (v + i)] = lengths[data[at + i] & 0xff];
      }
      int at = layout.combsAt + Bearings.BYTES * row;
      Bearings.read(data, at, count, to, 4 * v + 1, 4);
    }
  }

  private void skin(int row, int count, int v, short[] joints, float[] weights) {
    int place = layout.placesAt + 2 * row;
    int at = layout.weightsAt + 3 * row;
    for (int i = 4 * v; joints != null && i < 4 * (v + count); i += 4, place += 2, at += 3) {
      int set = 4 * (value(place) & 0xffff);
      joints[i] = sets[set];
      joints[i + 1] = sets[set + 1];
      joints[i + 2] = sets[set + 2];
      joints[i + 3] = sets[set + 3];
      int second = data[at] & 0xff;
      int third = data[at + 1] & 0xff;
      int fourth = data[at + 2] & 0xff;
      weights[i] = WEIGHTS[Math.max(0, 510 - second - third - fourth)];
      weights[i + 1] = WEIGHTS[second];
      weights[i + 2] = WEIGHTS[third];
      weights[i + 3] = WEIGHTS[fourth];
    }
  }

  private static void copy(float[] values, int width, int from, int to) {
    for (int i = 0; values != null && i < width; i++) {
      values[width * to + i] = values[width * from + i];
    }
  }

  private static void copy(short[] values, int from, int to) {
    for (int i = 0; values != null && i < 4; i++) {
      values[4 * to + i] = values[4 * from + i];
    }
  }

  private int[] outline(Arena arena) {
    int length = 3 * layout.outline;
    if (!layout.has(MeshLayout.OUTLINE)) {
      return null;
    }
    return length == 0 ? new int[0] : triangles(layout.outlineAt, length, room(length), arena);
  }

  private int[] triangles(int from, int length, int room, Arena arena) {
    int[] to = arena.ints(room);
    Arrays.fill(to, length, room, 0);
    int a = 0;
    int b = 0;
    int c = 0;
    int at = from;
    for (int i = 0; i < length; i += 3) {
      int step = data[at++];
      a = step == -128 ? value((at += 2) - 2) & 0xffff : a + step;
      step = data[at++];
      b = step == -128 ? value((at += 2) - 2) & 0xffff : b + step;
      step = data[at++];
      c = step == -128 ? value((at += 2) - 2) & 0xffff : c + step;
      to[i] = a;
      to[i + 1] = b;
      to[i + 2] = c;
    }
    return to;
  }
}
