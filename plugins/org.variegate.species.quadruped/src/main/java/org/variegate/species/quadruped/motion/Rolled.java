package org.variegate.species.quadruped.motion;

import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.field.Turn;
import org.variegate.species.quadruped.field.Vec;

/** An animal that stands, laid on its side. */
final class Rolled {
  private Rolled() {}

  /**
   * Lays it down.
   *
   * @param b stands
   * @param over the turn
   * @param height of the hip afterwards
   * @param swing of the legs, fore and aft: fore left, fore right, hind left, hind right
   */
  static void roll(Body b, Turn over, double height, double[] swing) {
    b.rig.root(new Vec(0, height, 0), over);
    for (int i = 0; i < 4; i++) {
      Bone upper = Bone.leg(i >= 2, i % 2 == 1, 0);
      b.rig.bend(upper, Turn.pitch(3 * swing[i]));
    }
    b.rig.bend(Bone.TAIL_1, Turn.yaw(0.1));
  }
}
