package org.variegate.scene;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a packed mesh has what. Numbers have their lowest byte first. After the header come, where
 * there are such: ranges; lengths of runs of vertices, in turn of those with rows of their own and
 * of those like others; sets of four joints; positions; colours; texture coordinates of the
 * vertices that have some; of each row normal, occlusion, fur, place of its joints' set and three
 * weights; of each vertex like another, which one; triangles; and those of the outline. Vertices
 * are told by how far each is from the one before, in a triangle from that in the same corner of
 * the last: one byte, or -128 and the vertex in two.
 */
final class MeshLayout {
  static final int UVS = 1;
  static final int COLORS = 2;
  static final int OCCLUSION = 4;
  static final int SKIN = 8;
  static final int FUR = 16;

  /** That there is an outline, which may have no triangles. */
  static final int OUTLINE = 32;

  /** Tells that these are the bytes of a mesh, in this order. */
  private static final int MARK = 0x4d455303;

  private static final int HEADER = 84;

  final int vertices;
  final int rows;
  final int faces;
  final int runs;
  final int sets;
  final int has;

  /** The first vertex with texture coordinates, and how many. */
  final int uvFirst;

  final int uvCount;
  final int likeBytes;
  final int triangleBytes;

  /** Triangles of the outline. */
  final int outline;

  final int outlineBytes;

  /** What positions are whole multiples of. */
  final float step;

  final float brightest;
  final float longest;

  /** The least texture coordinates, and what more of them is whole multiples of. */
  final float[] uvBox;

  final List<Mesh.Range> ranges = new ArrayList<>();

  final int runsAt;
  final int setsAt;
  final int positionsAt;
  final int colorsAt;
  final int uvsAt;
  final int normalsAt;
  final int occlusionAt;
  final int furAt;
  final int combsAt;
  final int placesAt;
  final int weightsAt;
  final int likesAt;
  final int trianglesAt;
  final int outlineAt;
  final int end;

  /** Reads a header. */
  MeshLayout(byte[] data) {
    ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    if (in.getInt() != MARK) {
      throw new IllegalArgumentException("mesh: needs another version");
    }
    vertices = count(in, 1 << 16);
    rows = count(in, vertices);
    faces = count(in, 1 << 26);
    int rangeCount = count(in, 1 << 16);
    runs = count(in, vertices + 1);
    sets = count(in, 1 << 16);
    has = in.getInt();
    uvFirst = count(in, vertices);
    uvCount = count(in, vertices - uvFirst);
    likeBytes = count(in, 3 * vertices);
    triangleBytes = count(in, 9 * faces);
    outline = count(in, faces);
    outlineBytes = count(in, 9 * outline);
    step = in.getFloat();
    brightest = in.getFloat();
    longest = in.getFloat();
    uvBox = new float[] {in.getFloat(), in.getFloat(), in.getFloat(), in.getFloat()};
    runsAt = HEADER + 12 * rangeCount;
    setsAt = runsAt + 4 * runs;
    positionsAt = setsAt + 8 * sets;
    colorsAt = positionsAt + 6 * vertices;
    uvsAt = colorsAt + (has(COLORS) ? 3 * vertices : 0);
    normalsAt = uvsAt + 4 * uvCount;
    occlusionAt = normalsAt + Bearings.BYTES * rows;
    furAt = occlusionAt + (has(OCCLUSION) ? rows : 0);
    combsAt = furAt + (has(FUR) ? rows : 0);
    placesAt = combsAt + (has(FUR) ? Bearings.BYTES * rows : 0);
    weightsAt = placesAt + (has(SKIN) ? 2 * rows : 0);
    likesAt = weightsAt + (has(SKIN) ? 3 * rows : 0);
    trianglesAt = likesAt + likeBytes;
    outlineAt = trianglesAt + triangleBytes;
    end = outlineAt + outlineBytes;
    if (end != data.length) {
      throw new IllegalArgumentException("mesh: needs " + end + " bytes, got " + data.length);
    }
    for (int i = 0; i < rangeCount; i++) {
      ranges.add(new Mesh.Range(in.getInt(), in.getInt(), in.getInt()));
    }
  }

  /** Writes a header and ranges, as they are read. */
  static void begin(ByteBuffer out, int[] counts, float[] scales, List<Mesh.Range> ranges) {
    out.putInt(MARK);
    for (int count : counts) {
      out.putInt(count);
    }
    for (float scale : scales) {
      out.putFloat(scale);
    }
    for (Mesh.Range range : ranges) {
      out.putInt(range.slot()).putInt(range.from()).putInt(range.count());
    }
  }

  /** How many bytes a mesh of so much takes, at most. */
  static int room(int vertices, int faces, int ranges) {
    return HEADER + 4 + 12 * ranges + vertices * (4 + 8 + 6 + 3 + 4 + 13 + 3) + 18 * faces;
  }

  private static int count(ByteBuffer in, int most) {
    int count = in.getInt();
    if (count < 0 || count > most) {
      throw new IllegalArgumentException("mesh: needs at most " + most + ", got " + count);
    }
    return count;
  }

  boolean has(int attribute) {
    return (has & attribute) != 0;
  }
}
