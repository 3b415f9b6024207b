package org.variegate.species.quadruped.grow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.variegate.scene.Mesh;

/** Collects the triangles of one mesh by their material. */
final class Faces {
  private final int[][] triangles = new int[Slot.values().length][0];
  private final int[] used = new int[Slot.values().length];

  void add(Slot slot, int a, int b, int c) {
    int s = slot.ordinal();
    if (used[s] + 3 > triangles[s].length) {
      triangles[s] = Arrays.copyOf(triangles[s], Math.max(1024, 2 * triangles[s].length));
    }
    triangles[s][used[s]++] = a;
    triangles[s][used[s]++] = b;
    triangles[s][used[s]++] = c;
  }

  /** Vertices of all triangles, slot by slot. */
  int[] all() {
    int[] all = new int[Arrays.stream(used).sum()];
    int from = 0;
    for (int s = 0; s < used.length; s++) {
      System.arraycopy(triangles[s], 0, all, from, used[s]);
      from += used[s];
    }
    return all;
  }

  /** Where among them each slot's are. */
  List<Mesh.Range> ranges() {
    List<Mesh.Range> ranges = new ArrayList<>();
    int from = 0;
    for (int s = 0; s < used.length; s++) {
      ranges.add(new Mesh.Range(s, from / 3, used[s] / 3));
      from += used[s];
    }
    return ranges;
  }
}
