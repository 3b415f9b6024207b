package org.variegate.render.internal;

/** Draws surfaces into samples: projects, clips at the near plane, leaves out back faces. */
final class Drawing {
  private final float[] corners;
  private final float[] seen;
  private final float centreX;
  private final float centreY;
  private final float scaleX;
  private final float scaleY;
  private final Filler filler;
  private final Holes holes;
  private final float[] polygon = new float[12];

  /**
   * A drawing of a picture.
   *
   * @param triangles with their corners in the projection's scaled space
   * @param projection how they are seen
   * @param samplesPerPixel rows of samples a pixel row has
   * @param filler fills them
   * @param holes that textures leave, or null where they do not matter
   */
  Drawing(
      Triangles triangles, Projection projection, int samplesPerPixel, Filler filler, Holes holes) {
    this(
        triangles,
        1,
        projection.centreX,
        samplesPerPixel,
        projection.centreY * samplesPerPixel,
        filler,
        holes);
  }

  /**
   * A drawing of any part of what is seen.
   *
   * @param triangles with their corners in a projection's scaled space
   * @param scaleX from places in that space, relative to the axis, to columns
   * @param centreX column of the axis
   * @param scaleY to rows
   * @param centreY row of the axis
   * @param filler fills them, holes too
   */
  Drawing(
      Triangles triangles,
      float scaleX,
      float centreX,
      float scaleY,
      float centreY,
      Filler filler) {
    this(triangles, scaleX, centreX, scaleY, centreY, filler, null);
  }

  private Drawing(
      Triangles triangles,
      float scaleX,
      float centreX,
      float scaleY,
      float centreY,
      Filler filler,
      Holes holes) {
    this.holes = holes;
    corners = triangles.corners;
    seen = triangles.seen();
    this.scaleX = scaleX;
    this.centreX = centreX;
    this.scaleY = scaleY;
    this.centreY = centreY;
    this.filler = filler;
  }

  /** Draws all surfaces of an instance. */
  void draw(Triangles triangles, Triangles.Span span) {
    for (int i = span.firstSurface(); i < span.endSurface(); i++) {
      draw(triangles.surfaces.get(i));
    }
  }

  /** Draws an instance as its outline, if it has one, with the number of its first triangle. */
  void sketch(Triangles triangles, Triangles.Span span) {
    int[] outline = span.instance().model().mesh().outline();
    if (outline == null) {
      draw(triangles, span);
      return;
    }
    filler.stencil(null);
    int base = span.vertexBase();
    for (int i = 0; i < outline.length; i += 3) {
      int a = 3 * (outline[i] + base);
      int b = 3 * (outline[i + 1] + base);
      int c = 3 * (outline[i + 2] + base);
      draw(a, b, c, 0, span.triangleBase());
    }
  }

  /** Draws a surface, with the frame's numbers of its triangles. */
  void draw(Surface s) {
    filler.stencil(holes != null && s.holes() ? holes : null);
    int[] vertices = s.mesh.triangles();
    boolean both = s.material.twoSided();
    float front = s.mirrored ? -1 : 1;
    for (int t = s.from, end = s.from + s.count; t < end; t++) {
      int a = 3 * (vertices[3 * t] + s.vertexBase);
      int b = 3 * (vertices[3 * t + 1] + s.vertexBase);
      int c = 3 * (vertices[3 * t + 2] + s.vertexBase);
      draw(a, b, c, both ? 0 : front, s.triangleBase + t);
    }
  }

  /**
   * Draws those triangles of an instance that are not all inside of a picture.
   *
   * @param triangles of which the instance is
   * @param span the instance
   * @param picture the projection that they were put into
   * @param width of its picture in pixels
   * @param height of its picture in pixels
   */
  void drawBeyond(
      Triangles triangles, Triangles.Span span, Projection picture, int width, int height) {
    float left = -picture.centreX;
    float top = -picture.centreY;
    filler.stencil(null);
    for (Surface s : triangles.surfaces.subList(span.firstSurface(), span.endSurface())) {
      int[] vertices = s.mesh.triangles();
      float front = s.material.twoSided() ? 0 : s.mirrored ? -1 : 1;
      for (int t = s.from, end = s.from + s.count; t < end; t++) {
        int a = 3 * (vertices[3 * t] + s.vertexBase);
        int b = 3 * (vertices[3 * t + 1] + s.vertexBase);
        int c = 3 * (vertices[3 * t + 2] + s.vertexBase);
        if (!(inside(a, left, top, width, height)
            && inside(b, left, top, width, height)
            && inside(c, left, top, width, height))) {
          draw(a, b, c, front, s.triangleBase + t);
        }
      }
    }
  }

  private boolean inside(int i, float left, float top, int width, int height) {
    float x = seen[i] - left;
    float y = seen[i + 1] - top;
    return seen[i + 2] > 0 && x >= 0 && y >= 0 && x < width && y < height;
  }

  /** Draws an outline whose corners are places in the picture and nearness already. */
  void sketchFlat(Triangles.Span span) {
    int[] outline = span.instance().model().mesh().outline();
    flat(outline, 0, outline.length / 3, span.vertexBase(), 0, span.triangleBase());
  }

  /** Draws a surface whose corners are places in the picture and nearness already. */
  void drawFlat(Surface s) {
    float front = s.material.twoSided() ? 0 : s.mirrored ? -1 : 1;
    flat(s.mesh.triangles(), s.from, s.count, s.vertexBase, front, s.triangleBase + s.from);
  }

  private void flat(int[] vertices, int from, int count, int base, float front, int id) {
    float[] p = corners;
    for (int t = from, end = from + count; t < end; t++) {
      int a = 3 * (vertices[3 * t] + base);
      int b = 3 * (vertices[3 * t + 1] + base);
      int c = 3 * (vertices[3 * t + 2] + base);
      float ax = p[a];
      float ay = p[a + 1];
      float bx = p[b];
      float by = p[b + 1];
      float cx = p[c];
      float cy = p[c + 1];
      if (((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) * front <= 0) {
        filler.fill(ax, ay, p[a + 2], bx, by, p[b + 2], cx, cy, p[c + 2], id);
      }
    }
  }

  private void draw(int a, int b, int c, float front, int id) {
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
