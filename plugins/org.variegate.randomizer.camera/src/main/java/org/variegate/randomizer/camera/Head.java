package org.variegate.randomizer.camera;

import java.util.Locale;
import java.util.Optional;
import javax.vecmath.Matrix4f;
import org.variegate.scene.Instance;
import org.variegate.scene.Mesh;
import org.variegate.scene.Skeleton;

/**
 * The head of a subject whose skeleton has a joint of that name.
 *
 * @param joints which joints belong to it: the head's own and all below
 * @param toWorld turns the head from rest to where it looks now
 */
record Head(boolean[] joints, Matrix4f toWorld) {

  static Optional<Head> of(Instance subject) {
    Skeleton skeleton = subject.model().skeleton();
    int place = place(skeleton);
    if (place < 0 || subject.model().mesh().joints() == null) {
      return Optional.empty();
    }
    boolean[] joints = new boolean[skeleton.size()];
    joints[place] = true;
    for (int i = place + 1; i < joints.length; i++) {
      joints[i] = skeleton.parents()[i] >= 0 && joints[skeleton.parents()[i]];
    }
    Matrix4f turn = new Matrix4f(subject.placement());
    turn.mul(skeleton.global(subject.pose())[place]);
    turn.mul(skeleton.inverseBind().get(place));
    return Optional.of(new Head(joints, turn));
  }

  /** The joint called head, or else the first that has it in its name. */
  private static int place(Skeleton skeleton) {
    int within = -1;
    for (int i = 0; i < skeleton.size(); i++) {
      String name = skeleton.names().get(i).toLowerCase(Locale.ROOT);
      if (name.equals("head")) {
        return i;
      }
      if (within < 0 && name.contains("head")) {
        within = i;
      }
    }
    return within;
  }

  /** Whether at least half of a vertex follows the head. */
  boolean has(Mesh mesh, int vertex) {
    float weight = 0;
    int influences = mesh.influences();
    for (int i = influences * vertex; i < influences * (vertex + 1); i++) {
      weight += joints[mesh.joints()[i]] ? mesh.weights()[i] : 0;
    }
    return weight >= 0.5f;
  }
}
