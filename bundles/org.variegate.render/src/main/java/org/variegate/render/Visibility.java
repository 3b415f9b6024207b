package org.variegate.render;

import java.util.List;
import org.variegate.api.Arena;
import org.variegate.render.internal.Cover;
import org.variegate.scene.Instance;
import org.variegate.scene.Scene;

/**
 * How much of an instance is seen, by a small picture of ids without light: cheap enough to try
 * where things may stand. Keeps the scene's instances as they were when it was made.
 */
public final class Visibility {
  private final Cover cover;

  /**
   * Draws a scene small.
   *
   * @param scene as seen by its camera
   * @param id of the instance
   * @param width of the small picture in pixels, of the real picture's proportions
   * @param height of the small picture in pixels
   * @param arena lends buffers
   */
  public Visibility(Scene scene, int id, int width, int height, Arena arena) {
    cover = new Cover(scene, id, width, height, arena);
  }

  /**
   * How much is seen.
   *
   * @param visible pixels of the small picture in which the instance is seen
   * @param unoccluded pixels in which it would be seen if nothing else were there
   */
  public record Share(long visible, long unoccluded) {
    /** The share that is seen, in [0, 1]; 0 if it is outside the picture. */
    public double fraction() {
      return unoccluded == 0 ? 0 : (double) visible / unoccluded;
    }
  }

  /** How much of the instance is seen in the scene. */
  public Share share() {
    return with(List.of());
  }

  /**
   * How much of the instance would be seen if there were more.
   *
   * @param others beside those in the scene; their ids do not matter
   */
  public Share with(List<Instance> others) {
    return new Share(cover.with(others), cover.alone());
  }
}
