package org.variegate.scene.gltf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.vecmath.Matrix4d;
import javax.vecmath.Matrix4f;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.scene.Course;
import org.variegate.scene.Motion;
import org.variegate.scene.Pose;

/**
 * An animation of the file; a pose is a moment of it, each equally likely.
 *
 * @param name the animation's
 * @param start of its first key, in s
 * @param end of its last key, in s
 * @param base transform of each joint where no track moves it, null for one that goes along
 * @param parents place of each joint's parent, -1 for a root
 * @param placing from the scene to the model's space
 * @param morphs what each morph target weighs where no track moves it
 * @param tracks what moves
 */
record Clip(
    String name,
    float start,
    float end,
    List<Transform> base,
    int[] parents,
    Matrix4d placing,
    List<Float> morphs,
    List<Track> tracks)
    implements Motion {
  private static final Distribution PHASE = Distribution.parse("phase", "uniform(0, 1)");

  /** How far a matrix' entries may be from those it began with. */
  private static final float ROUND = 1e-2f;

  @Override
  public Pose pose(Draws draws) {
    return at((float) draws.sample("phase", PHASE));
  }

  /** Goes round where it ends as it begins; elsewhere it stops at its ends. */
  @Override
  public Course course(Draws draws) {
    double phase = (float) draws.sample("phase", PHASE);
    double length = Math.max(1e-3, end - start);
    boolean round = isRound();
    return seconds -> {
      double to = phase + seconds / length;
      return at((float) (round ? to - Math.floor(to) : Math.max(0, Math.min(1, to))));
    };
  }

  private boolean isRound() {
    Pose first = at(0);
    Pose last = at(1);
    for (int i = 0; i < parents.length; i++) {
      if (!first.local().get(i).epsilonEquals(last.local().get(i), ROUND)) {
        return false;
      }
    }
    for (int i = 0; i < morphs.size(); i++) {
      if (!(Math.abs(first.morphs().get(i) - last.morphs().get(i)) <= ROUND)) {
        return false;
      }
    }
    return true;
  }

  /** The pose after a share of the time. */
  Pose at(float phase) {
    float time = start + phase * (end - start);
    List<Transform> moved = new ArrayList<>(base);
    List<Float> weights = new ArrayList<>(Collections.nCopies(morphs.size(), 0f));
    for (Track track : tracks) {
      int joint = track.joint();
      if (track.property() == Clips.WEIGHTS) {
        weigh(track, time, weights);
        continue;
      }
      if (moved.get(joint) == base.get(joint)) {
        moved.set(joint, new Transform(base.get(joint)));
      }
      Transform transform = moved.get(joint);
      float[][] properties = {transform.translation, transform.rotation, transform.scale};
      track.at(time, properties[track.property()]);
    }
    List<Matrix4f> local = new ArrayList<>();
    for (int i = 0; i < parents.length; i++) {
      local.add(local(moved.get(i), parents[i] < 0));
    }
    return new Pose(local, weights);
  }

  /** The mesh has what targets weigh at rest: only the rest of it is added. */
  private void weigh(Track track, float time, List<Float> weights) {
    float[] values = new float[track.width()];
    track.at(time, values);
    for (int i = 0; i < values.length; i++) {
      int target = track.joint() + i;
      weights.set(target, values[i] - morphs.get(target));
    }
  }

  private Matrix4f local(Transform transform, boolean root) {
    Matrix4d matrix = new Matrix4d();
    matrix.setIdentity();
    if (transform != null) {
      matrix = transform.matrix();
    }
    if (root) {
      matrix.mul(placing, new Matrix4d(matrix));
    }
    return new Matrix4f(matrix);
  }
}
