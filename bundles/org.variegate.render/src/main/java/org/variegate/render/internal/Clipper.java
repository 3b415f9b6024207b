package org.variegate.render.internal;

/** Projects a triangle, clips it at the near plane and fills it, unless its back is seen. */
final class Clipper {
  private final float[] corners;
  private final float[] seen;
  private final float scaleX;
  private final float centreX;
  private final float scaleY;
  private final float centreY;
  private final Filler filler;
  private final float[] polygon = new float[12];

  /**
   * A clipper of any part of what is seen.
   *
   * @param triangles with their corners in a projection's scaled space
   * @param scaleX from places in that space, relative to the axis, to columns
   * @param centreX column of the axis
   * @param scaleY to rows
   * @param centreY row of the axis
   * @param filler fills them
   */
  Clipper(
      Triangles triangles,
      float scaleX,
      float centreX,
      float scaleY,
      float centreY,
      Filler filler) {
    corners = triangles.corners;
    seen = triangles.seen();
    this.scaleX = scaleX;
    this.centreX = centreX;
    this.scaleY = scaleY;
    this.centreY = centreY;
    this.filler = filler;
  }

  /**
   * Draws a triangle.
   *
   * @param a place of a corner among the values of all
   * @param b of the next
   * @param c of the last
   * @param front 1 or -1, the sign of the area that its back has; 0 if both sides are seen
   * @param id its number
   */
  void draw(int a, int b, int c, float front, int id) {
    float[] p = seen;
    float wa = p[a + 2];
    float wb = p[b + 2];
    float wc = p[c + 2];
    if (wa == 0 || wb == 0 || wc == 0) {
      if (wa + wb + wc > 0) {
        clipped(a, b, c, front, id);
      }
      return;
    }
    float ax = p[a];
    float ay = p[a + 1];
    float bx = p[b];
    float by = p[b + 1];
    float cx = p[c];
    float cy = p[c + 1];
    if (((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) * front > 0) {
      return;
    }
    filler.fill(
        ax * scaleX + centreX,
        ay * scaleY + centreY,
        wa,
        bx * scaleX + centreX,
        by * scaleY + centreY,
        wb,
        cx * scaleX + centreX,
        cy * scaleY + centreY,
        wc,
        id);
  }

  /** Draws what lies beyond the near plane of a triangle that crosses it. */
  private void clipped(int a, int b, int c, float front, int id) {
    int n = edge(a, b, 0);
    n = edge(b, c, n);
    n = edge(c, a, n);
    float[] q = polygon;
    for (int i = 2; i < n; i++) {
      int j = 3 * i;
      float area = (q[j - 3] - q[0]) * (q[j + 1] - q[1]) - (q[j] - q[0]) * (q[j - 2] - q[1]);
      if (area * front <= 0) {
        filler.fill(q[0], q[1], q[2], q[j - 3], q[j - 2], q[j - 1], q[j], q[j + 1], q[j + 2], id);
      }
    }
  }

  /** Adds an edge's first end, and where it crosses the near plane, to the polygon. */
  private int edge(int a, int b, int n) {
    float[] p = corners;
    boolean from = p[a + 2] >= Projection.NEAR;
    boolean to = p[b + 2] >= Projection.NEAR;
    int count = n;
    if (from) {
      count = corner(p[a], p[a + 1], p[a + 2], count);
    }
    if (from != to) {
      int in = from ? a : b;
      int out = from ? b : a;
      float t = (p[in + 2] - Projection.NEAR) / (p[in + 2] - p[out + 2]);
      float x = p[in] + t * (p[out] - p[in]);
      float y = p[in + 1] + t * (p[out + 1] - p[in + 1]);
      count = corner(x, y, Projection.NEAR, count);
    }
    return count;
  }

  private int corner(float x, float y, float z, int n) {
    polygon[3 * n] = x / z * scaleX + centreX;
    polygon[3 * n + 1] = y / z * scaleY + centreY;
    polygon[3 * n + 2] = 1 / z;
    return n + 1;
  }
}
