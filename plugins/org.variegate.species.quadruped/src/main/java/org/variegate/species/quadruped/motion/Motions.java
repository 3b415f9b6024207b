package org.variegate.species.quadruped.motion;

import java.util.List;
import org.variegate.scene.Motion;
import org.variegate.species.quadruped.grow.Growth;

/** What quadrupeds do. */
public final class Motions {
  private Motions() {}

  public static List<Motion> of(Growth growth) {
    return List.of();
  }
}
