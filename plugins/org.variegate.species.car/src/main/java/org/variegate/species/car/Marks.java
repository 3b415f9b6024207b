package org.variegate.species.car;

import java.util.List;
import org.variegate.scene.Landmarks;

/** The keypoints of cars. */
final class Marks {
  static final Landmarks ALL =
      new Landmarks(
          List.of(
              "left front wheel",
              "left rear wheel",
              "left headlamp",
              "left tail lamp",
              "left mirror",
              "left front roof corner",
              "left rear roof corner",
              "right front wheel",
              "right rear wheel",
              "right headlamp",
              "right tail lamp",
              "right mirror",
              "right front roof corner",
              "right rear roof corner"),
          List.of(
              List.of("left headlamp", "right headlamp"),
              List.of("left tail lamp", "right tail lamp"),
              List.of("left front roof corner", "right front roof corner"),
              List.of("left rear roof corner", "right rear roof corner"),
              List.of("left headlamp", "left front wheel"),
              List.of("left front wheel", "left rear wheel"),
              List.of("left rear wheel", "left tail lamp"),
              List.of("left headlamp", "left front roof corner"),
              List.of("left front roof corner", "left rear roof corner"),
              List.of("left rear roof corner", "left tail lamp"),
              List.of("left front roof corner", "left mirror"),
              List.of("right headlamp", "right front wheel"),
              List.of("right front wheel", "right rear wheel"),
              List.of("right rear wheel", "right tail lamp"),
              List.of("right headlamp", "right front roof corner"),
              List.of("right front roof corner", "right rear roof corner"),
              List.of("right rear roof corner", "right tail lamp"),
              List.of("right front roof corner", "right mirror")));

  private Marks() {}
}
