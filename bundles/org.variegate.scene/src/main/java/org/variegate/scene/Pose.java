package org.variegate.scene;

import java.util.List;
import javax.vecmath.Matrix4f;

/**
 * How a skeleton stands, and how far the mesh is morphed.
 *
 * @param local from each joint to its parent, to be read only
 * @param morphs how much of each of the {@linkplain Mesh#morphs() mesh's morphs} is added to it, or
 *     none
 */
public record Pose(List<Matrix4f> local, List<Float> morphs) {
  /** Takes copies of the lists. */
  public Pose {
    local = List.copyOf(local);
    morphs = List.copyOf(morphs);
  }

  /**
   * A pose of the mesh as it is.
   *
   * @param local from each joint to its parent, to be read only
   */
  public Pose(List<Matrix4f> local) {
    this(local, List.of());
  }
}
