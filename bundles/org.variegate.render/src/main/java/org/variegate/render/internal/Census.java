package org.variegate.render.internal;

import java.util.Arrays;
import org.variegate.api.Arena;
import org.variegate.scene.Instance;
import org.variegate.scene.View.Sighting;

/** Counts in how many pixels instances are seen, and would be seen if nothing else were there. */
final class Census {
  /** Cells along the longer side of what is drawn to find how much lies outside the picture. */
  private static final int CELLS = 96;

  /** How far from the picture it is looked for, in picture widths and heights. */
  private static final float REACH = 3;

  /** From so many pixels on, those in the picture tell an area as well as cells do. */
  private static final int PLENTY = 500;

  /** From so many along the shorter side on, cells tell an area as well as pixels do. */
  private static final int BROAD = CELLS / 4;

  private final Triangles triangles;
  private final Projection projection;
  private final int width;
  private final int height;
  private final Arena arena;

  Census(Triangles triangles, Projection projection, int width, int height, Arena arena) {
    this.triangles = triangles;
    this.projection = projection;
    this.width = width;
    this.height = height;
    this.arena = arena;
  }

  /** Pixels of which an instance that was drawn alone has at least half the samples. */
  static long pixels(Samples samples, int fromRow, int toRow) {
    int width = samples.width;
    int count = samples.count;
    int[] row = new int[width];
    int[] empty = new int[width];
    int pixels = 0;
    for (int y = fromRow; y < toRow; y++) {
      Arrays.fill(empty, 0);
      for (int s = 0; s < count; s++) {
        System.arraycopy(samples.triangle, (y * count + s) * width, row, 0, width);
        addSigns(width, row, empty);
      }
      for (int x = 0; x < width; x++) {
        pixels += 2 * empty[x] <= count ? 1 : 0;
      }
    }
    return pixels;
  }

  /** Counts what is negative: no triangle. */
  private static void addSigns(int n, int[] values, int[] to) {
    for (int i = 0; i < n; i++) {
      to[i] += values[i] >>> 31;
    }
  }

  /** Draws an instance alone and counts its pixels. */
  long alone(Triangles.Span span, int samplesPerPixel) {
    Samples samples = new Samples(width, height, samplesPerPixel, arena);
    samples.clear(0, height);
    Filler filler = new Filler(samples, 0, height);
    new Drawing(triangles, projection, samplesPerPixel, filler, new Holes(triangles, projection))
        .draw(triangles, span);
    long pixels = pixels(samples, 0, height);
    samples.release(arena);
    return pixels;
  }

  /** How an instance was seen. */
  Sighting sighting(Triangles.Span span, long visible, long alone) {
    Instance i = span.instance();
    return new Sighting(i.id(), i.category(), visible, alone, outside(span, alone));
  }

  /**
   * The share of an instance outside the picture, by area as it is seen, holes included. It is
   * counted in cells; of what is large, broad and without holes only outside of the picture, for
   * the pixels in it are known.
   *
   * @param span the instance
   * @param inside how many pixels it has in the picture
   */
  double outside(Triangles.Span span, long inside) {
    float[] box = box(span);
    if (box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height) {
      return 0;
    }
    float left = Math.max(box[0], -REACH * width);
    float top = Math.max(box[1], -REACH * height);
    float across = Math.min(box[2], (1 + REACH) * width) - left;
    float down = Math.min(box[3], (1 + REACH) * height) - top;
    if (!(across > 0 && down > 0)) {
      return 1;
    }
    float scale = CELLS / Math.max(across, down);
    int columns = Math.max(1, (int) Math.ceil(across * scale));
    int rows = Math.max(1, (int) Math.ceil(down * scale));
    Samples cells = new Samples(columns, rows, 1, arena);
    cells.clear(0, rows);
    float centreX = (projection.centreX - left) * scale;
    float centreY = (projection.centreY - top) * scale;
    Filler filler = new Filler(cells, 0, rows);
    Drawing drawing = new Drawing(triangles, scale, centreX, scale, centreY, filler);
    boolean known = inside >= PLENTY && Math.min(columns, rows) >= BROAD && !holes(span);
    if (known) {
      drawing.drawBeyond(triangles, span, projection, width, height);
    } else {
      drawing.draw(triangles, span);
    }
    long all = taken(cells);
    long out = out(cells, left, top, scale);
    cells.release(arena);
    if (out == 0) {
      return 0;
    }
    double area = out / ((double) scale * scale);
    return known ? area / (area + inside) : (double) out / all;
  }

  private boolean holes(Triangles.Span span) {
    return triangles.surfaces.subList(span.firstSurface(), span.endSurface()).stream()
        .anyMatch(Surface::holes);
  }

  /** Cells in which something is. */
  private static long taken(Samples cells) {
    long taken = 0;
    for (int i = 0, n = cells.width * cells.height; i < n; i++) {
      taken += cells.triangle[i] == Samples.NONE ? 0 : 1;
    }
    return taken;
  }

  /** Those of them that are outside the picture. */
  private long out(Samples cells, float left, float top, float scale) {
    long out = 0;
    for (int i = 0, n = cells.width * cells.height; i < n; i++) {
      if (cells.triangle[i] != Samples.NONE) {
        float x = left + (i % cells.width + 0.5f) / scale;
        float y = top + (i / cells.width + 0.5f) / scale;
        out += x >= 0 && y >= 0 && x < width && y < height ? 0 : 1;
      }
    }
    return out;
  }

  /** Left, top, right and bottom of what is in front of the camera, in pixels. */
  private float[] box(Triangles.Span span) {
    float[] k = triangles.corners;
    float[] seen = triangles.seen();
    float left = Float.POSITIVE_INFINITY;
    float top = left;
    float right = Float.NEGATIVE_INFINITY;
    float bottom = right;
    boolean behind = false;
    int from = 3 * span.vertexBase();
    for (int i = from, end = from + 3 * span.geometry().vertices(); i < end; i += 3) {
      float z = k[i + 2];
      behind |= z < Projection.NEAR;
      float w = z < Projection.NEAR ? 1 / Projection.NEAR : seen[i + 2];
      left = Math.min(left, k[i] * w);
      right = Math.max(right, k[i] * w);
      top = Math.min(top, k[i + 1] * w);
      bottom = Math.max(bottom, k[i + 1] * w);
    }
    float far = behind ? Float.POSITIVE_INFINITY : 0;
    return new float[] {
      left + projection.centreX - far,
      top + projection.centreY - far,
      right + projection.centreX + far,
      bottom + projection.centreY + far
    };
  }
}
