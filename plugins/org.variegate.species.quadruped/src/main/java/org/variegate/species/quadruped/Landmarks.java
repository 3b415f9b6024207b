package org.variegate.species.quadruped;

import java.util.List;

/** The keypoints of cats and dogs. */
final class Landmarks {
  static final List<String> NAMES =
      List.of(
          "nose",
          "throat",
          "withers",
          "tail base",
          "tail tip",
          "left eye",
          "left ear base",
          "left ear tip",
          "left elbow",
          "left fore paw",
          "left knee",
          "left hind paw",
          "right eye",
          "right ear base",
          "right ear tip",
          "right elbow",
          "right fore paw",
          "right knee",
          "right hind paw");

  /** What a line joins where keypoints are drawn. */
  static final List<List<String>> LINES =
      List.of(
          List.of("nose", "throat"),
          List.of("throat", "withers"),
          List.of("withers", "tail base"),
          List.of("tail base", "tail tip"),
          List.of("left eye", "right eye"),
          List.of("nose", "left eye"),
          List.of("left eye", "left ear base"),
          List.of("left ear base", "left ear tip"),
          List.of("withers", "left elbow"),
          List.of("left elbow", "left fore paw"),
          List.of("tail base", "left knee"),
          List.of("left knee", "left hind paw"),
          List.of("nose", "right eye"),
          List.of("right eye", "right ear base"),
          List.of("right ear base", "right ear tip"),
          List.of("withers", "right elbow"),
          List.of("right elbow", "right fore paw"),
          List.of("tail base", "right knee"),
          List.of("right knee", "right hind paw"));

  private Landmarks() {}
}
