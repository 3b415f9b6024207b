package org.variegate.render.internal;

import org.variegate.api.Arena;
import org.variegate.scene.Camera;
import org.variegate.scene.Scene;

/**
 * Finds where what pixels show is seen at another moment. A pixel's way is that of the sample which
 * stands for it, from the pixel's middle.
 */
final class Next {
  /** What is nearer than this share of the distance, and two pixels, hides. */
  private static final float TOLERANCE = 0.002f;

  private final Projection now;
  private final Projection later;
  private final float[] before;
  private final float[] after;
  private final Triangles triangles;
  private final Samples samples;
  private final boolean backdrop;
  private final boolean backdropOnGround;
  private final float farther;

  /** Where in the picture, and 1 if it is seen there, else 0, [width, height, 3]. */
  final float[] places;

  /**
   * Draws the other moment.
   *
   * @param triangles of this moment, as its projection sees them
   * @param now how this moment is seen
   * @param scene the same instances at the other moment
   * @param like the picture's samples
   * @param arena lends buffers
   */
  Next(Triangles triangles, Projection now, Scene scene, Samples like, Arena arena) {
    this.now = now;
    before = triangles.corners;
    Camera camera = scene.camera();
    later = new Projection(camera, like.width, like.height);
    this.triangles = new Triangles(scene, arena);
    this.triangles.project(later);
    after = this.triangles.corners;
    samples = new Samples(like.width, like.height, like.count, arena);
    samples.clear(0, like.height);
    Filler filler = new Filler(samples, 0, like.height);
    Holes holes = new Holes(this.triangles, later);
    Drawing drawing = new Drawing(this.triangles, later, like.count, filler, holes);
    this.triangles.spans().forEach(span -> drawing.draw(this.triangles, span));
    backdrop = scene.backdrop().isPresent();
    backdropOnGround = backdrop && scene.backdrop().get().shadows();
    farther = 1 + TOLERANCE + 2 / later.focal;
    places = arena.floats(3 * like.width * like.height);
  }

  void release(Arena arena) {
    samples.release(arena);
    triangles.release(arena);
  }

  /** Tells of a pixel that shows the sky, or what is in its place and never moves. */
  void sky(float px, float py, int i) {
    if (backdrop) {
      stays(i, true);
      return;
    }
    float dx = px - now.centreX;
    float dy = py - now.centreY;
    float[] k = later.world;
    float[] ray = new float[3];
    for (int c = 0; c < 3; c++) {
      ray[c] = now.axis[c] + dx * now.right[c] + dy * now.down[c];
    }
    float z = k[8] * ray[0] + k[9] * ray[1] + k[10] * ray[2];
    if (!(z > 1e-3f)) {
      stays(i, false);
      return;
    }
    float toX = (k[0] * ray[0] + k[1] * ray[1] + k[2] * ray[2]) / z + later.centreX;
    float toY = (k[4] * ray[0] + k[5] * ray[1] + k[6] * ray[2]) / z + later.centreY;
    float x = i % samples.width + 0.5f + (toX - px);
    float y = i / samples.width + 0.5f + (toY - py);
    put(i, x, y, inside(x, y) && sees(x, y, Samples.NONE, 0));
  }

  /** Tells of a pixel that shows a surface, by the fragment of it. */
  void surface(Fragment f, int triangle, int i) {
    if (backdropOnGround && f.surface.ground) {
      stays(i, true);
      return;
    }
    int a = 3 * (f.a + f.surface.vertexBase);
    int b = 3 * (f.b + f.surface.vertexBase);
    int c = 3 * (f.c + f.surface.vertexBase);
    float z = mix(f, after, a + 2, b + 2, c + 2);
    if (!(z >= Projection.NEAR)) {
      stays(i, false);
      return;
    }
    // the difference of two places found alike: what stands still stays exactly
    float depth = mix(f, before, a + 2, b + 2, c + 2);
    float x = mix(f, after, a, b, c) / z - mix(f, before, a, b, c) / depth;
    float y = mix(f, after, a + 1, b + 1, c + 1) / z - mix(f, before, a + 1, b + 1, c + 1) / depth;
    x += i % samples.width + 0.5f + (later.centreX - now.centreX);
    y += i / samples.width + 0.5f + (later.centreY - now.centreY);
    boolean turned = !f.surface.twoSided && away(f, a, b, c);
    put(i, x, y, !turned && inside(x, y) && sees(x, y, triangle, z));
  }

  private static float mix(Fragment f, float[] values, int a, int b, int c) {
    return f.p * values[a] + f.q * values[b] + f.r * values[c];
  }

  /** Whether a triangle shows its back, by the volume that its corners span with the eye. */
  private boolean away(Fragment f, int a, int b, int c) {
    float[] k = after;
    float volume =
        k[a] * (k[b + 1] * k[c + 2] - k[b + 2] * k[c + 1])
            + k[a + 1] * (k[b + 2] * k[c] - k[b] * k[c + 2])
            + k[a + 2] * (k[b] * k[c + 1] - k[b + 1] * k[c]);
    return volume * (f.surface.mirrored ? -1 : 1) > 0;
  }

  private boolean inside(float x, float y) {
    return x >= 0 && y >= 0 && x < samples.width && y < samples.height;
  }

  /** Whether nothing nearer is all that the pixel around a place shows. */
  private boolean sees(float x, float y, int triangle, float z) {
    int width = samples.width;
    int first = (int) y * samples.count * width + (int) x;
    for (int s = 0; s < samples.count; s++) {
      int at = first + s * width;
      boolean same = samples.triangle[at] == triangle;
      if (same || triangle != Samples.NONE && samples.near[at] * z <= farther) {
        return true;
      }
    }
    return false;
  }

  private void stays(int i, boolean seen) {
    put(i, i % samples.width + 0.5f, i / samples.width + 0.5f, seen);
  }

  private void put(int i, float x, float y, boolean seen) {
    int size = samples.width * samples.height;
    places[i] = x;
    places[i + size] = y;
    places[i + 2 * size] = seen ? 1 : 0;
  }
}
