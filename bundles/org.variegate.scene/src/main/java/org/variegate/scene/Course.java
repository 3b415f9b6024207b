package org.variegate.scene;

import org.osgi.annotation.versioning.ConsumerType;

/** The poses that a motion goes through. A pure function. */
@ConsumerType
@FunctionalInterface
public interface Course {

  /**
   * The pose at a time. Where the motion carries the model along, so does its root joint.
   *
   * @param seconds after the moment the course was drawn for, below 0 for before
   * @return a pose of the model's skeleton
   */
  Pose at(double seconds);
}
