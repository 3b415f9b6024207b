package org.variegate.species.bike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3d;
import org.variegate.scene.Mesh;
import org.variegate.scene.Pose;
import org.variegate.scene.Skeleton;
import org.variegate.scene.shape.Placements;

/** Where the joints are in a stance. */
final class Rig {
  private static final Vec LEFT = new Vec(1, 0, 0);
  private static final Vec FORWARD = new Vec(0, 0, 1);

  /** How much faster the front wheel turns, so that their spokes are not alike. */
  private static final double UNLIKE = 1.013;

  private final Layout at;
  private final Body body;
  private final Joint[] joints;
  private final Matrix4f[] rest;

  /** Makes the rig; the body is null if nobody rides. */
  Rig(Layout at, Body body) {
    this.at = at;
    this.body = body;
    joints = Arrays.copyOf(Joint.values(), body == null ? Joint.RIDERLESS : Joint.values().length);
    rest = global(Stance.REST);
  }

  /** From a joint to the model's space in rest. */
  Matrix4f rest(Joint joint) {
    return rest[joint.ordinal()];
  }

  Skeleton skeleton() {
    List<Matrix4f> inverse = new ArrayList<>();
    for (Matrix4f m : rest) {
      inverse.add(inverted(m));
    }
    int[] parents =
        Arrays.stream(joints).mapToInt(j -> j.parent == null ? -1 : j.parent.ordinal()).toArray();
    List<String> names = Arrays.stream(joints).map(Joint::label).toList();
    return new Skeleton(names, parents, local(rest), inverse);
  }

  /** The same pose farther ahead. */
  static Pose ahead(Pose pose, double way) {
    List<Matrix4f> local = new ArrayList<>(pose.local());
    Matrix4f root = new Matrix4f(local.get(0));
    root.m23 += (float) way;
    local.set(0, root);
    return new Pose(local);
  }

  /** The pose of a stance, its lowest point on the ground. */
  Pose pose(Stance stance, Skeleton skeleton, Mesh mesh) {
    Matrix4f[] global = global(stance);
    List<Matrix4f> local = local(global);
    float lowest = lowest(mesh, skeleton.palette(new Pose(local)));
    local.get(0).m13 -= lowest;
    return new Pose(local);
  }

  private static float lowest(Mesh mesh, float[] palette) {
    float lowest = Float.POSITIVE_INFINITY;
    float[] p = mesh.positions();
    for (int v = 0; v < mesh.vertices(); v++) {
      int m = 12 * mesh.joints()[4 * v] + 4;
      lowest =
          Math.min(
              lowest,
              palette[m] * p[3 * v]
                  + palette[m + 1] * p[3 * v + 1]
                  + palette[m + 2] * p[3 * v + 2]
                  + palette[m + 3]);
    }
    return lowest;
  }

  private List<Matrix4f> local(Matrix4f[] global) {
    List<Matrix4f> local = new ArrayList<>();
    for (Joint joint : joints) {
      Matrix4f m = new Matrix4f(global[joint.ordinal()]);
      if (joint.parent != null) {
        m.mul(inverted(global[joint.parent.ordinal()]), global[joint.ordinal()]);
      }
      local.add(m);
    }
    return local;
  }

  private Matrix4f[] global(Stance s) {
    Matrix4f[] to = new Matrix4f[joints.length];
    Matrix4f bike = turn(FORWARD, -s.lean(), new Vec(0, 0, 0));
    to[0] = bike;
    to[Joint.REAR_WHEEL.ordinal()] = within(bike, turn(LEFT, s.roll(), at.rearAxle));
    Matrix4f steered = turn(at.steering.times(-1), s.steer(), at.headTop);
    to[Joint.STEERER.ordinal()] = within(bike, steered);
    Matrix4f wheel = turn(LEFT, s.roll() * UNLIKE, at.frontAxle.minus(at.headTop));
    to[Joint.FRONT_WHEEL.ordinal()] = within(to[Joint.STEERER.ordinal()], wheel);
    to[Joint.CRANK.ordinal()] = within(bike, turn(LEFT, s.crank(), at.bottomBracket));
    for (boolean left : new boolean[] {true, false}) {
      Vec pedal = at.pedal(s.crank(), left);
      to[(left ? Joint.LEFT_PEDAL : Joint.RIGHT_PEDAL).ordinal()] =
          within(bike, turn(LEFT, 0, pedal));
    }
    to[Joint.STAND.ordinal()] = within(bike, stand(s.stand()));
    if (body != null) {
      for (Map.Entry<Joint, Matrix4f> bone : body.bones(s).entrySet()) {
        to[bone.getKey().ordinal()] = within(bike, bone.getValue());
      }
    }
    return to;
  }

  /** Folded it lies along the chain stay; out it points down and to the left. */
  private Matrix4f stand(boolean out) {
    Vec pivot = Extras.pivot(at);
    Vec folded = Extras.folded(at);
    Vec down = new Vec(0.22, -1, -0.12).unit();
    Vec axis = folded.cross(down);
    return turn(axis, out ? StrictMath.acos(folded.dot(down)) : 0, pivot);
  }

  private static Matrix4f within(Matrix4f outer, Matrix4f inner) {
    Matrix4f m = new Matrix4f();
    m.mul(outer, inner);
    return m;
  }

  private static Matrix4f inverted(Matrix4f m) {
    Matrix4f inverse = new Matrix4f();
    inverse.invert(m);
    return inverse;
  }

  /** A turn about an axis, then a shift. */
  static Matrix4f turn(Vec axis, double angle, Vec to) {
    return Placements.turned(
        new Vector3d(axis.x(), axis.y(), axis.z()), angle, to.x(), to.y(), to.z());
  }

  /** A point turned about an axis through another. */
  static Vec turned(Vec point, Vec through, Vec axis, double angle) {
    Vec p = point.minus(through);
    Point3f q = new Point3f((float) p.x(), (float) p.y(), (float) p.z());
    turn(axis, angle, through).transform(q);
    return new Vec(q.x, q.y, q.z);
  }
}
