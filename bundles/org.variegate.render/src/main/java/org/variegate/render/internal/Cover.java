package org.variegate.render.internal;

import java.util.List;
import org.variegate.api.Arena;
import org.variegate.scene.Geometry;
import org.variegate.scene.Instance;
import org.variegate.scene.Scene;

/** What covers an instance, at one sample a pixel. */
public final class Cover {
  /** Stands for what is not the instance. */
  private static final int OTHER = Integer.MAX_VALUE;

  private final Arena arena;
  private final Projection projection;
  private final Samples samples;
  private final Samples tried;
  private final long alone;
  private final int first;
  private final int end;

  /**
   * Draws a scene's ids.
   *
   * @param scene as seen by its camera
   * @param id of the instance
   * @param width of the picture in pixels
   * @param height of the picture in pixels
   * @param arena lends buffers
   */
  public Cover(Scene scene, int id, int width, int height, Arena arena) {
    this.arena = arena;
    projection = new Projection(scene.camera(), width, height);
    Triangles triangles = new Triangles(scene, arena);
    triangles.project(projection);
    samples = new Samples(width, height, 1, arena);
    tried = new Samples(width, height, 1, arena);
    Triangles.Span span = triangles.spans().get(id - 1);
    samples.clear(0, height);
    Drawing drawing = new Drawing(triangles, projection, 1, new Filler(samples, 0, height), null);
    drawing.sketch(triangles, span);
    alone = Census.pixels(samples, 0, height);
    for (Triangles.Span other : triangles.spans()) {
      if (other != span) {
        drawing.sketch(triangles, other);
      }
    }
    first = span.triangleBase();
    end = first + span.instance().model().mesh().faces();
  }

  /** In how many pixels the instance would be seen if nothing else were there. */
  public long alone() {
    return alone;
  }

  /** In how many pixels the instance is seen if there are more. */
  public long with(List<Instance> others) {
    System.arraycopy(samples.near, 0, tried.near, 0, samples.width * samples.height);
    System.arraycopy(samples.triangle, 0, tried.triangle, 0, samples.width * samples.height);
    if (!others.isEmpty()) {
      Triangles more = new Triangles(others, i -> Geometry.of(i.model(), i.pose(), arena), arena);
      more.project(projection);
      Filler filler = new Filler(tried, 0, tried.height);
      filler.mark(OTHER);
      Drawing drawing = new Drawing(more, projection, 1, filler, null);
      more.spans().forEach(other -> drawing.sketch(more, other));
      more.release(arena);
    }
    long visible = 0;
    for (int i = 0, n = tried.width * tried.height; i < n; i++) {
      int t = tried.triangle[i];
      visible += t >= first && t < end ? 1 : 0;
    }
    return visible;
  }
}
