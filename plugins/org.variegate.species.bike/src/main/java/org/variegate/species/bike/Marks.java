package org.variegate.species.bike;

import java.util.List;
import org.variegate.scene.Landmarks;

/** The keypoints of bicycles and their riders. */
final class Marks {
  static final Landmarks ALL =
      new Landmarks(
          List.of(
              "rear wheel",
              "front wheel",
              "bottom bracket",
              "head tube",
              "saddle",
              "left handlebar",
              "right handlebar",
              "left pedal",
              "right pedal",
              "rider's face"),
          List.of(
              List.of("rear wheel", "bottom bracket"),
              List.of("rear wheel", "saddle"),
              List.of("bottom bracket", "saddle"),
              List.of("bottom bracket", "head tube"),
              List.of("saddle", "head tube"),
              List.of("head tube", "front wheel"),
              List.of("head tube", "left handlebar"),
              List.of("bottom bracket", "left pedal"),
              List.of("head tube", "right handlebar"),
              List.of("bottom bracket", "right pedal")));

  private Marks() {}
}
