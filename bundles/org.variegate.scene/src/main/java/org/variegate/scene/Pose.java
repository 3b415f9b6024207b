package org.variegate.scene;

import java.util.List;
import javax.vecmath.Matrix4f;

/**
 * How a skeleton stands.
 *
 * @param local from each joint to its parent, to be read only
 */
public record Pose(List<Matrix4f> local) {
  /** Takes a copy of the list. */
  public Pose {
    local = List.copyOf(local);
  }
}
