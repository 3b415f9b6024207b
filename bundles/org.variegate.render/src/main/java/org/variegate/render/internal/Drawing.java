package org.variegate.render.internal;

/** Draws surfaces into samples. */
final class Drawing {
  private final float[] corners;
  private final float[] seen;
  private final Filler filler;
  private final Clipper clipper;
  private final Holes holes;

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
    this.filler = filler;
    clipper = new Clipper(triangles, scaleX, centreX, scaleY, centreY, filler);
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
      clipper.draw(a, b, c, 0, span.triangleBase());
    }
  }

  /** Draws a surface, with the frame's numbers of its triangles. */
  void draw(Surface s) {
    filler.stencil(holes != null && s.holes() ? holes : null);
    triangles(s, null);
  }

  /**
   * Draws those triangles of an instance that are not all inside of a picture, holes too.
   *
   * @param triangles of which the instance is
   * @param span the instance
   * @param picture the projection that they were put into
   * @param width of its picture in pixels
   * @param height of its picture in pixels
   */
  void drawBeyond(
      Triangles triangles, Triangles.Span span, Projection picture, int width, int height) {
    filler.stencil(null);
    Window window = new Window(picture.centreX, picture.centreY, width, height);
    for (int i = span.firstSurface(); i < span.endSurface(); i++) {
      triangles(triangles.surfaces.get(i), window);
    }
  }

  /** Draws a surface, but for triangles all inside of a window, if there is one. */
  private void triangles(Surface s, Window window) {
    int[] vertices = s.mesh.triangles();
    float front = front(s);
    for (int t = s.from, end = s.from + s.count; t < end; t++) {
      int a = 3 * (vertices[3 * t] + s.vertexBase);
      int b = 3 * (vertices[3 * t + 1] + s.vertexBase);
      int c = 3 * (vertices[3 * t + 2] + s.vertexBase);
      if (window == null
          || !(window.holds(seen, a) && window.holds(seen, b) && window.holds(seen, c))) {
        clipper.draw(a, b, c, front, s.triangleBase + t);
      }
    }
  }

  /** The sign that the area of a back has, 0 where both sides are seen. */
  private static float front(Surface s) {
    return s.material.twoSided() ? 0 : s.mirrored ? -1 : 1;
  }

  /** A picture, by where the projection's axis is in it and its size, in pixels. */
  private record Window(float centreX, float centreY, int width, int height) {
    boolean holds(float[] seen, int i) {
      float x = seen[i] + centreX;
      float y = seen[i + 1] + centreY;
      return seen[i + 2] > 0 && x >= 0 && y >= 0 && x < width && y < height;
    }
  }

  /** Draws an outline whose corners are places in the picture and nearness already. */
  void sketchFlat(Triangles.Span span) {
    int[] outline = span.instance().model().mesh().outline();
    flat(outline, 0, outline.length / 3, span.vertexBase(), 0, span.triangleBase());
  }

  /** Draws a surface whose corners are places in the picture and nearness already. */
  void drawFlat(Surface s) {
    flat(s.mesh.triangles(), s.from, s.count, s.vertexBase, front(s), s.triangleBase + s.from);
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
}
