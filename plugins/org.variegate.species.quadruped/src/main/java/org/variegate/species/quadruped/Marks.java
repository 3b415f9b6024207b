package org.variegate.species.quadruped;

import java.util.List;
import org.variegate.scene.Landmarks;

/** The keypoints of cats and dogs. */
final class Marks {
  static final Landmarks ALL =
      new Landmarks(
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
              "right hind paw"),
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
              List.of("right knee", "right hind paw")));

  private Marks() {}
}
