package org.variegate.render;

import java.util.Optional;
import org.variegate.api.Arena;
import org.variegate.render.internal.Picture;
import org.variegate.scene.Scene;

/** Takes pictures of scenes. Stateless and thread-safe. */
public final class Renderer {
  private final Settings settings;

  /**
   * A renderer.
   *
   * @param settings how pictures are taken
   */
  public Renderer(Settings settings) {
    this.settings = settings;
  }

  /**
   * Takes a picture.
   *
   * @param scene what is seen
   * @param arena lends the frame's arrays, and what is needed to make them
   * @return the picture before exposure
   */
  public Frame render(Scene scene, Arena arena) {
    return new Picture(scene, Optional.empty(), settings, arena).take();
  }

  /**
   * Takes a picture and finds where everything in it is seen at another moment.
   *
   * @param scene what is seen
   * @param next the same instances with the same meshes and the camera at that moment
   * @param arena lends the frame's arrays, and what is needed to make them
   * @return the same picture, with {@link Frame#next}
   */
  public Frame render(Scene scene, Scene next, Arena arena) {
    return new Picture(scene, Optional.of(next), settings, arena).take();
  }
}
