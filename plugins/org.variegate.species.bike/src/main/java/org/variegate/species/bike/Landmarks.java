package org.variegate.species.bike;

import java.util.List;

/** The keypoints of bicycles and their riders. */
final class Landmarks {
  static final List<String> NAMES =
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
          "rider's face");

  /** What a line joins where keypoints are drawn. */
  static final List<List<String>> LINES =
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
          List.of("bottom bracket", "right pedal"));

  private Landmarks() {}
}
