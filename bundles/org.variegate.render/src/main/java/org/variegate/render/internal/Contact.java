package org.variegate.render.internal;

import java.util.Arrays;
import org.variegate.api.Arena;
import org.variegate.scene.Bounds;

/**
 * How much of the sky the ground sees below and beside what stands on it: what hangs over the
 * ground at some height hides the sky from places about as far away as that height. Things are
 * sorted into layers by their height, and each layer is blurred by its height.
 */
final class Contact {
  private static final int CELLS = 64;

  /** Upper bounds of the layers, and half the width of each one's blur, in cells. */
  private static final float[] HEIGHTS = {1, 3, 7, 15};

  private static final int[] BLURS = {1, 2, 5, 10};

  /** Meshes of more triangles than this are dense enough for their vertices alone to count. */
  private static final int DENSE = 2000;

  private final float originX;
  private final float originZ;
  private final float perCell;
  private final float[] seen;

  /**
   * Looks at things from below.
   *
   * @param triangles whose corners are changed
   * @param around what is looked at; the ground is at y = {@code ground}
   * @param ground height of the ground, in m
   * @param arena lends buffers
   */
  Contact(Triangles triangles, Bounds around, float ground, Arena arena) {
    float width = around.upper().x - around.lower().x;
    float depth = around.upper().z - around.lower().z;
    float across = Math.max(Math.max(width, depth), 1e-3f) * 1.6f;
    perCell = across / CELLS;
    originX = around.centre().x - across / 2;
    originZ = around.centre().z - across / 2;
    float s = 1 / perCell;
    float[] rows = {
      0, 0, s, -originZ * s, s, 0, 0, -originX * s, 0, -s, 0, HEIGHTS[3] + ground * s
    };
    triangles.project(rows);
    Samples map = Samples.depthOnly(CELLS, arena);
    map.clear(0, CELLS);
    Drawing drawing = new Drawing(triangles, 1, 0, 1, 0, new Filler(map, 0, CELLS));
    for (Triangles.Span span : triangles.spans()) {
      if (span.instance().model().mesh().faces() > DENSE) {
        splat(triangles.corners, span, map);
      } else {
        for (int i = span.firstSurface(); i < span.endSurface(); i++) {
          if (Shadows.casts(triangles.surfaces.get(i))) {
            drawing.drawFlat(triangles.surfaces.get(i));
          }
        }
      }
    }
    seen = arena.floats(CELLS * CELLS);
    Arrays.fill(seen, 1);
    layers(map.near, arena);
    map.release(arena);
  }

  private static void splat(float[] corners, Triangles.Span span, Samples map) {
    int from = 3 * span.vertexBase();
    for (int i = from, end = from + 3 * span.geometry().vertices(); i < end; i += 3) {
      float u = corners[i];
      float v = corners[i + 1];
      if (u >= 0 && v >= 0 && u < CELLS && v < CELLS) {
        int cell = (int) v * CELLS + (int) u;
        map.near[cell] = Math.max(map.near[cell], corners[i + 2]);
      }
    }
  }

  private void layers(float[] near, Arena arena) {
    float[] layer = arena.floats(CELLS * CELLS);
    float[] other = arena.floats(CELLS * CELLS);
    for (int l = 0; l < HEIGHTS.length; l++) {
      float lowest = HEIGHTS[3] - HEIGHTS[l];
      float highest = l == 0 ? Float.POSITIVE_INFINITY : HEIGHTS[3] - HEIGHTS[l - 1];
      for (int i = 0; i < near.length; i++) {
        layer[i] = near[i] > lowest && near[i] <= highest ? 1 : 0;
      }
      for (int pass = 0; pass < 2; pass++) {
        blur(layer, other, BLURS[l], 1, CELLS);
        blur(other, layer, BLURS[l], CELLS, 1);
      }
      for (int i = 0; i < near.length; i++) {
        seen[i] *= 1 - 0.9f * layer[i];
      }
    }
    arena.release(layer);
    arena.release(other);
  }

  /** Means over a window along one axis; what lies outside is empty. */
  private static void blur(float[] from, float[] to, int radius, int step, int line) {
    float scale = 1f / (2 * radius + 1);
    for (int l = 0; l < CELLS; l++) {
      int base = l * line;
      float sum = 0;
      for (int i = -radius; i < CELLS; i++) {
        sum += i + radius < CELLS ? from[base + (i + radius) * step] : 0;
        if (i >= 0) {
          to[base + i * step] = sum * scale;
          sum -= i >= radius ? from[base + (i - radius) * step] : 0;
        }
      }
    }
  }

  /** The share of the sky that a place on the ground sees. */
  float seen(float x, float z) {
    float u = (z - originZ) / perCell - 0.5f;
    float v = (x - originX) / perCell - 0.5f;
    if (!(u >= 0 && v >= 0 && u < CELLS - 1 && v < CELLS - 1)) {
      return 1;
    }
    int i = (int) u;
    int j = (int) v;
    float s = u - i;
    float t = v - j;
    int at = j * CELLS + i;
    float low = seen[at] + s * (seen[at + 1] - seen[at]);
    float high = seen[at + CELLS] + s * (seen[at + CELLS + 1] - seen[at + CELLS]);
    return low + t * (high - low);
  }
}
