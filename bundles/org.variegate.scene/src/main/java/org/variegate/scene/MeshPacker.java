package org.variegate.scene;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes few bytes of a mesh, as {@link MeshLayout} lays them out. */
final class MeshPacker {
  private final Mesh mesh;
  private final int n;

  /** Of each vertex the one it is like, -1 if it has a row of its own. */
  private final int[] like;

  private int rows;
  private final ByteBuffer out;

  private MeshPacker(Mesh mesh) {
    this.mesh = mesh;
    n = mesh.vertices();
    like = new int[n];
    int room = MeshLayout.room(n, mesh.faces(), mesh.ranges().size());
    out = ByteBuffer.allocate(room).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether a mesh has nothing of which the layout knows nothing. */
  static boolean takes(Mesh mesh) {
    return mesh.morphs().isEmpty()
        && mesh.influences() == 4
        && mesh.vertices() <= 1 << 16
        && mesh.faces() <= 1 << 22
        && (mesh.outline() == null || mesh.outline().length <= 3 * mesh.faces())
        && (mesh.colors() == null || least(mesh.colors(), 3 * mesh.vertices(), 1) >= 0)
        && (mesh.fur() == null || least(mesh.fur(), 4 * mesh.vertices(), 4) >= 0);
  }

  static byte[] pack(Mesh mesh) {
    return new MeshPacker(mesh).pack();
  }

  private byte[] pack() {
    int[] runs = runs();
    Map<Long, Integer> sets = new LinkedHashMap<>();
    byte[] skin = mesh.joints() == null ? new byte[0] : skin(sets);
    byte[] likes = likes();
    int[] coarse = mesh.outline() == null ? new int[0] : mesh.outline();
    byte[] triangles = triangles(mesh.triangles(), mesh.faces());
    byte[] outline = triangles(coarse, coarse.length / 3);
    int[] textured = textured();
    float[] uvBox = uvBox(textured);
    float step = most(mesh.positions(), 3 * n, 1) / Short.MAX_VALUE;
    float brightest = mesh.colors() == null ? 0 : most(mesh.colors(), 3 * n, 1);
    float longest = mesh.fur() == null ? 0 : most(mesh.fur(), 4 * n, 4);
    MeshLayout.begin(
        out,
        new int[] {
          n,
          rows,
          mesh.faces(),
          mesh.ranges().size(),
          runs.length,
          sets.size(),
          has(),
          textured[0],
          textured[1],
          likes.length,
          triangles.length,
          coarse.length / 3,
          outline.length
        },
        new float[] {step, brightest, longest, uvBox[0], uvBox[1], uvBox[2], uvBox[3]},
        mesh.ranges());
    for (int run : runs) {
      out.putInt(run);
    }
    sets.keySet().forEach(out::putLong);
    positions(step);
    colors(brightest);
    uvs(textured, uvBox);
    attributes(longest);
    out.put(skin);
    out.put(likes).put(triangles).put(outline);
    return Arrays.copyOf(out.array(), out.position());
  }

  private int has() {
    return (mesh.uvs() == null ? 0 : MeshLayout.UVS)
        | (mesh.colors() == null ? 0 : MeshLayout.COLORS)
        | (mesh.occlusion() == null ? 0 : MeshLayout.OCCLUSION)
        | (mesh.joints() == null ? 0 : MeshLayout.SKIN)
        | (mesh.fur() == null ? 0 : MeshLayout.FUR)
        | (mesh.outline() == null ? 0 : MeshLayout.OUTLINE);
  }

  /** Finds which vertices are like others, and in which runs they come. */
  private int[] runs() {
    VertexRows seen = new VertexRows(mesh);
    List<Integer> runs = new ArrayList<>(List.of(0));
    for (int v = 0; v < n; v++) {
      like[v] = seen.find(v);
      boolean own = like[v] < 0;
      rows += own ? 1 : 0;
      if (own == (runs.size() % 2 == 0)) {
        runs.add(0);
      }
      runs.set(runs.size() - 1, runs.get(runs.size() - 1) + 1);
    }
    return runs.stream().mapToInt(i -> i).toArray();
  }

  private void positions(float step) {
    for (int i = 0; i < 3 * n; i++) {
      out.putShort((short) (step == 0 ? 0 : Math.rint(mesh.positions()[i] / step)));
    }
  }

  private void colors(float brightest) {
    for (int i = 0; mesh.colors() != null && i < 3 * n; i++) {
      out.put(root(mesh.colors()[i], brightest));
    }
  }

  /** The 255ths of the root of a share. */
  private static byte root(float value, float most) {
    return (byte) (most == 0 ? 0 : Math.rint(255 * Math.sqrt(value / most)));
  }

  /** The first vertex whose texture coordinates are not both 0, and how many from there on. */
  private int[] textured() {
    float[] uvs = mesh.uvs();
    int from = 0;
    int to = uvs == null ? 0 : n;
    while (from < to && uvs[2 * from] == 0 && uvs[2 * from + 1] == 0) {
      from++;
    }
    while (to > from && uvs[2 * to - 2] == 0 && uvs[2 * to - 1] == 0) {
      to--;
    }
    return new int[] {from == n ? 0 : from, to - from};
  }

  private float[] uvBox(int[] textured) {
    float[] box = new float[4];
    for (int c = 0; c < 2 && textured[1] > 0; c++) {
      float low = Float.POSITIVE_INFINITY;
      float high = Float.NEGATIVE_INFINITY;
      for (int v = textured[0]; v < textured[0] + textured[1]; v++) {
        low = Math.min(low, mesh.uvs()[2 * v + c]);
        high = Math.max(high, mesh.uvs()[2 * v + c]);
      }
      box[2 * c] = low;
      box[2 * c + 1] = (high - low) / 65535;
    }
    return box;
  }

  private void uvs(int[] textured, float[] box) {
    for (int i = 2 * textured[0]; i < 2 * (textured[0] + textured[1]); i++) {
      float low = box[i % 2 * 2];
      float step = box[i % 2 * 2 + 1];
      out.putShort((short) (step == 0 ? 0 : (int) Math.rint((mesh.uvs()[i] - low) / step)));
    }
  }

  /** Normals, occlusion and fur of all rows. */
  private void attributes(float longest) {
    bearings(mesh.normals(), 3, 0);
    for (int v = 0; mesh.occlusion() != null && v < n; v++) {
      if (like[v] < 0) {
        float share = Math.max(0, Math.min(1, mesh.occlusion()[v]));
        out.put((byte) Math.rint(255 * share));
      }
    }
    for (int v = 0; mesh.fur() != null && v < n; v++) {
      if (like[v] < 0) {
        out.put(root(mesh.fur()[4 * v], longest));
      }
    }
    if (mesh.fur() != null) {
      bearings(mesh.fur(), 4, 1);
    }
  }

  private void bearings(float[] values, int width, int offset) {
    for (int v = 0; v < n; v++) {
      if (like[v] < 0) {
        int i = width * v + offset;
        int code = Bearings.code(values[i], values[i + 1], values[i + 2]);
        out.put((byte) code).put((byte) (code >> 8)).put((byte) (code >> 16));
      }
    }
  }

  /** Places of sets of joints, and weights after the first of their 510ths, of all rows. */
  private byte[] skin(Map<Long, Integer> sets) {
    ByteBuffer skin = ByteBuffer.allocate(5 * rows).order(ByteOrder.LITTLE_ENDIAN);
    int row = 0;
    for (int v = 0; v < n; v++) {
      if (like[v] < 0) {
        int[] order = heaviest(v);
        long set = 0;
        for (int k = 0; k < 4; k++) {
          int weight = (int) Math.rint(510 * mesh.weights()[4 * v + order[k]]);
          long joint = mesh.joints()[4 * v + order[weight == 0 ? 0 : k]] & 0xffffL;
          set |= joint << 16 * k;
          if (k > 0) {
            skin.put(2 * rows + 3 * row + k - 1, (byte) Math.min(255, weight));
          }
        }
        Integer place = sets.putIfAbsent(set, sets.size());
        skin.putShort(2 * row, (short) (place == null ? sets.size() - 1 : place));
        row++;
      }
    }
    return skin.array();
  }

  private int[] heaviest(int v) {
    int[] order = {0, 1, 2, 3};
    for (int i = 1; i < 4; i++) {
      for (int j = i; j > 0 && weight(v, order[j]) > weight(v, order[j - 1]); j--) {
        int swap = order[j];
        order[j] = order[j - 1];
        order[j - 1] = swap;
      }
    }
    return order;
  }

  private float weight(int v, int k) {
    return mesh.weights()[4 * v + k];
  }

  private byte[] likes() {
    ByteBuffer bytes = steps(n);
    int last = 0;
    for (int v = 0; v < n; v++) {
      if (like[v] >= 0) {
        step(bytes, last, like[v]);
        last = like[v];
      }
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static byte[] triangles(int[] t, int faces) {
    ByteBuffer bytes = steps(3 * faces);
    for (int i = 0; i < 3 * faces; i++) {
      step(bytes, i < 3 ? 0 : t[i - 3], t[i]);
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static ByteBuffer steps(int count) {
    return ByteBuffer.allocate(3 * count).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void step(ByteBuffer bytes, int from, int to) {
    int step = to - from;
    if (step > -128 && step < 128) {
      bytes.put((byte) step);
    } else {
      bytes.put((byte) -128).putShort((short) to);
    }
  }

  private static float least(float[] values, int end, int stride) {
    float least = 0;
    for (int i = 0; i < end; i += stride) {
      least = Math.min(least, values[i]);
    }
    return least;
  }

  private static float most(float[] values, int end, int stride) {
    float most = 0;
    for (int i = 0; i < end; i += stride) {
      most = Math.max(most, Math.abs(values[i]));
    }
    return most;
  }
}
