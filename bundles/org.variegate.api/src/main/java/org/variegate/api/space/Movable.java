package org.variegate.api.space;

import org.osgi.annotation.versioning.ConsumerType;

/** A part of a sample that lies in space and moves with it. */
@ConsumerType
public interface Movable<T> {

  /**
   * The grid it lies on.
   *
   * @return its grid
   */
  Grid grid();

  /**
   * This part, moved.
   *
   * @param warp from the target grid to this part's
   * @return the part on the target grid
   */
  T moved(Warp warp);
}
