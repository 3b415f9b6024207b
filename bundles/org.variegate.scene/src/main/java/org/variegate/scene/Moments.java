package org.variegate.scene;

import java.util.List;
import org.variegate.api.Arena;

/**
 * A scene at other moments than that of its picture, one at a time. What stands still is shared
 * with the scene, which must not change meanwhile. Confined to one thread.
 */
public final class Moments {
  private final List<Instance> start;
  private final Scene scene;
  private final Scene moved;

  /**
   * The moments of a scene.
   *
   * @param scene that may {@linkplain Scene#moves move}
   * @param arena of the sample
   */
  public Moments(Scene scene, Arena arena) {
    this.scene = scene;
    start = scene.instances();
    moved = scene.copy(arena);
  }

  /**
   * The scene at a moment.
   *
   * @param seconds after the moment of the picture, below 0 for before
   * @return valid until the next call; its camera may be changed
   */
  public Scene at(double seconds) {
    moved.camera(scene.cameraMovement().after(scene.camera(), seconds));
    for (Instance instance : start) {
      Movement<Instance> movement = scene.movement(instance.id());
      if (movement != null) {
        moved.replace(movement.after(instance, seconds));
      }
    }
    return moved;
  }
}
