package org.variegate.randomizer.room;

import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Model;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.shape.Shapes;

/**
 * Builds walls of one height and paint.
 *
 * @param floor where they stand
 * @param height in m
 * @param colours what they are painted with
 */
record Walls(Floor floor, double height, Colours colours) {
  private static final double THICK = 0.1;
  private static final double BOARD = 0.1;

  /**
   * Adds a wall.
   *
   * @param across where its middle is, in m
   * @param forward where its middle is, in m
   * @param length in m
   * @param behind whether it faces the camera, rather than stand beside
   */
  void add(Scene scene, double across, double forward, double length, boolean behind) {
    add(scene, across, forward, length, behind, height, THICK, colours.wall());
    if (colours.skirting() != null) {
      add(scene, across, forward, length, behind, BOARD, THICK + 0.03, colours.skirting());
    }
  }

  private void add(
      Scene scene,
      double across,
      double forward,
      double length,
      boolean behind,
      double high,
      double thick,
      Material material) {
    Model model = Model.rigid(material.name(), Shapes.box(length, high, thick, 0), material);
    scene.add(
        new Instance(scene.nextId(), "surrounding", Role.SURROUNDING, model)
            .withPlacement(floor.placement(across, forward, high / 2, behind)));
  }
}
