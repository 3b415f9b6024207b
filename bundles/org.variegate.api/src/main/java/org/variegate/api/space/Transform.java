package org.variegate.api.space;

import org.osgi.annotation.versioning.ConsumerType;

/** A smooth, invertible map of world space. Immutable. */
@ConsumerType
public interface Transform {

  /**
   * Maps points in place.
   *
   * @param points x, y, z of each in turn, in mm
   * @param count how many points
   */
  void apply(double[] points, int count);

  /**
   * The inverse map.
   *
   * @return its {@code apply} undoes this one's
   */
  Transform inverse();

  /**
   * How finely the map must be sampled so that linear interpolation between the samples is as good
   * as the map itself claims to be.
   *
   * @return a spacing in mm, infinite for an affine map
   */
  double linearWithin();
}
