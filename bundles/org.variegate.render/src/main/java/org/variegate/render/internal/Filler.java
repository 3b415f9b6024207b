package org.variegate.render.internal;

/**
 * Fills triangles, sample by sample, with what is nearest. An edge's place on a row is computed
 * from its upper to its lower end whichever triangle asks: neighbours leave no gap and no overlap.
 */
final class Filler {
  private final Samples samples;
  private final int clipTop;
  private final int clipEnd;
  private final int clipRight;

  private int firstRow = Integer.MAX_VALUE;
  private int endRow;

  /** Decides sample by sample; null where every sample of a triangle counts. */
  private Stencil stencil;

  /** What is written in the place of triangles' numbers, unless negative. */
  private int mark = -1;

  /** Whether a triangle is there at a sample. */
  interface Stencil {
    boolean covers(int triangle, float x, float y);
  }

  /**
   * A filler of some rows.
   *
   * @param samples to be filled
   * @param fromRow first pixel row
   * @param toRow pixel row after the last
   */
  Filler(Samples samples, int fromRow, int toRow) {
    this.samples = samples;
    clipTop = fromRow * samples.count;
    clipEnd = toRow * samples.count;
    clipRight = samples.width;
  }

  /** The first pixel row that may have been filled. */
  int firstRow() {
    return Math.min(clipEnd, firstRow) / samples.count;
  }

  /** The pixel row after the last that may have been filled. */
  int endRow() {
    return (endRow + samples.count - 1) / samples.count;
  }

  /** Writes one number for all triangles from now on. */
  void mark(int number) {
    mark = number;
  }

  void stencil(Stencil other) {
    stencil = other;
  }

  /**
   * Fills a triangle.
   *
   * @param x0 of a corner in pixels; y in rows of samples; w one over its distance
   * @param id of the triangle
   */
  void fill(
      float x0,
      float y0,
      float w0,
      float x1,
      float y1,
      float w1,
      float x2,
      float y2,
      float w2,
      int id) {
    if (y1 < y0) {
      fillSorted(x1, y1, w1, x0, y0, w0, x2, y2, w2, id);
    } else {
      fillSorted(x0, y0, w0, x1, y1, w1, x2, y2, w2, id);
    }
  }

  /** The first two are in order already. */
  private void fillSorted(
      float x0,
      float y0,
      float w0,
      float x1,
      float y1,
      float w1,
      float x2,
      float y2,
      float w2,
      int id) {
    if (y2 < y0) {
      fillOrdered(x2, y2, w2, x0, y0, w0, x1, y1, w1, id);
    } else if (y2 < y1) {
      fillOrdered(x0, y0, w0, x2, y2, w2, x1, y1, w1, id);
    } else {
      fillOrdered(x0, y0, w0, x1, y1, w1, x2, y2, w2, id);
    }
  }

  private void fillOrdered(
      float x0,
      float y0,
      float w0,
      float x1,
      float y1,
      float w1,
      float x2,
      float y2,
      float w2,
      int id) {
    int top = Math.max(clipTop, ceil(y0 - 0.5f));
    int end = Math.min(clipEnd, ceil(y2 - 0.5f));
    if (top >= end || x0 < 0 && x1 < 0 && x2 < 0 || beyond(x0, x1, x2)) {
      return;
    }
    firstRow = Math.min(firstRow, top);
    endRow = Math.max(endRow, end);
    double ax = (double) x1 - x0;
    double ay = (double) y1 - y0;
    double bx = (double) x2 - x0;
    double by = (double) y2 - y0;
    double area = ax * by - bx * ay;
    if (area == 0) {
      return;
    }
    double one = 1 / area;
    double dx = ((w1 - w0) * by - (w2 - w0) * ay) * one;
    double dy = (ax * (w2 - w0) - bx * (w1 - w0)) * one;
    double base = w0 - dx * x0 - dy * y0;
    int middle = Math.min(end, Math.max(top, ceil(y1 - 0.5f)));
    float slope = (x2 - x0) / (y2 - y0);
    boolean leftIsLong = area > 0;
    if (top < middle) {
      rows(top, middle, x0, y0, slope, x0, y0, (x1 - x0) / (y1 - y0), leftIsLong, base, dx, dy, id);
    }
    if (middle < end) {
      rows(middle, end, x0, y0, slope, x1, y1, (x2 - x1) / (y2 - y1), leftIsLong, base, dx, dy, id);
    }
  }

  private boolean beyond(float x0, float x1, float x2) {
    return x0 > clipRight && x1 > clipRight && x2 > clipRight;
  }

  private void rows(
      int from,
      int to,
      float xLong,
      float yLong,
      float slopeLong,
      float xShort,
      float yShort,
      float slopeShort,
      boolean leftIsLong,
      double base,
      double dx,
      double dy,
      int id) {
    float[] offsets = samples.offset;
    float[] near = samples.near;
    int[] triangle = samples.triangle;
    int number = mark < 0 ? id : mark;
    int mask = samples.count - 1;
    int width = clipRight;
    float left = leftIsLong ? xLong : xShort;
    float right = leftIsLong ? xShort : xLong;
    float leftTop = leftIsLong ? yLong : yShort;
    float rightTop = leftIsLong ? yShort : yLong;
    float leftSlope = leftIsLong ? slopeLong : slopeShort;
    float rightSlope = leftIsLong ? slopeShort : slopeLong;
    float step = (float) dx;
    for (int row = from; row < to; row++) {
      float y = row + 0.5f;
      float offset = offsets[row & mask];
      int first = Math.max(0, ceil(left + (y - leftTop) * leftSlope - offset));
      int end = Math.min(width, ceil(right + (y - rightTop) * rightSlope - offset));
      if (first >= end) {
        continue;
      }
      float w = (float) (base + dy * y + dx * (first + offset));
      if (stencil != null) {
        stencilled(row, first, end, w, step, id);
      } else if (triangle == null) {
        raise(near, row * width + first, end - first, w, step);
      } else {
        int at = row * width + first;
        for (int i = 0, n = end - first; i < n; i++) {
          float here = w + i * step;
          if (here > near[at + i]) {
            near[at + i] = here;
            triangle[at + i] = number;
          }
        }
      }
    }
  }

  private static void raise(float[] near, int at, int n, float w, float dx) {
    for (int i = 0; i < n; i++) {
      float here = w + i * dx;
      near[at + i] = here > near[at + i] ? here : near[at + i];
    }
  }

  private void stencilled(int row, int first, int end, float w, float dx, int id) {
    float offset = samples.offset[row & (samples.count - 1)];
    float y = (row + 0.5f) / samples.count;
    int at = row * clipRight + first;
    for (int i = 0, n = end - first; i < n; i++) {
      float here = w + i * dx;
      if (here > samples.near[at + i] && stencil.covers(id, first + i + offset, y)) {
        samples.near[at + i] = here;
        if (samples.triangle != null) {
          samples.triangle[at + i] = mark < 0 ? id : mark;
        }
      }
    }
  }

  /** The lowest integer of at least v, for v below 2^31. */
  private static int ceil(float v) {
    int whole = (int) v;
    return whole < v ? whole + 1 : whole;
  }
}
