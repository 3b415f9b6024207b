package org.variegate.scene;

import org.osgi.annotation.versioning.ConsumerType;
import org.variegate.draws.Draws;

/** A way a model can hold itself or move: a clip of its file, or a procedure. Stateless. */
@ConsumerType
public interface Motion {

  /** What it is called, such as {@code walk} or {@code sit}. */
  String name();

  /**
   * How often the model does this, compared with the others of its motions.
   *
   * @return above 0, finite
   */
  default double frequency() {
    return 1;
  }

  /**
   * A pose out of the motion.
   *
   * @param draws decides which
   * @return a pose of the model's skeleton, its lowest point near the plane y = 0
   */
  Pose pose(Draws draws);

  /**
   * A pose out of the motion, and how it goes on from there.
   *
   * @param draws decide which; all are made at once
   * @return at 0 the pose that {@link #pose} gives of the same draws; at all times the same for
   *     what is only a way to hold oneself
   */
  default Course course(Draws draws) {
    Pose still = pose(draws);
    return seconds -> still;
  }
}
