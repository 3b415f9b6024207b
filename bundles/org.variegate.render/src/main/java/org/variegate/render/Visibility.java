package org.variegate.render;

import java.util.List;
import org.variegate.api.Arena;
import org.variegate.render.internal.Cover;
import org.variegate.scene.Instance;
import org.variegate.scene.Scene;
import org.variegate.scene.View.Sighting;

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

  /** How the instance is seen in the scene. */
  public Sighting sighting() {
    return with(List.of());
  }

  /**
   * How the instance would be seen if there were more.
   *
   * @param others beside those in the scene; their ids do not matter
   * @return pixels of the small picture
   */
  public Sighting with(List<Instance> others) {
    return cover.with(others);
  }
}
