package org.variegate.species.car;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.vecmath.Matrix4f;
import javax.vecmath.Vector3d;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.scene.Course;
import org.variegate.scene.Motion;
import org.variegate.scene.Pose;
import org.variegate.scene.Skeleton;
import org.variegate.scene.shape.Placements;

/** The wheels' joints and what they do. */
final class Rig {
  private static final Distribution TURN = Distribution.parse("roll", "uniform(0, 6.2832)");
  private static final Distribution STRAIGHT =
      Distribution.parse("steer", "truncated(0, 0.05, -0.2, 0.2)");
  private static final Distribution PARKED =
      Distribution.parse(
          "steer", "mixture(0.5: truncated(0, 0.08, -0.3, 0.3), 0.5: uniform(-0.55, 0.55))");
  private static final Vector3d UP = new Vector3d(0, 1, 0);
  private static final Vector3d LEFT = new Vector3d(1, 0, 0);

  /** How fast it drives, in m/s. */
  private static final Distribution SPEED = Distribution.parse("speed", "uniform(2, 25)");

  private static final Distribution PARKS = Distribution.parse("speed", "0");

  private record Drive(String name, Layout at, Distribution steer, Distribution speed)
      implements Motion {
    @Override
    public Pose pose(Draws draws) {
      return Rig.pose(at, draws.sample("steer", steer), draws.sample("roll", TURN), 0);
    }

    /** Straight on, as wheels that are hardly turned go for a moment. */
    @Override
    public Course course(Draws draws) {
      double angle = draws.sample("steer", steer);
      double roll = draws.sample("roll", TURN);
      double fast = draws.sample("speed", speed);
      return seconds -> Rig.pose(at, angle, roll + fast * seconds / at.radius, fast * seconds);
    }
  }

  private Rig() {}

  static List<Motion> motions(Layout at) {
    return List.of(new Drive("drive", at, STRAIGHT, SPEED), new Drive("park", at, PARKED, PARKS));
  }

  static Skeleton skeleton(Layout at) {
    Joint[] joints = Joint.values();
    List<Matrix4f> rest = pose(at, 0, 0, 0).local();
    List<Matrix4f> inverse = new ArrayList<>();
    for (Matrix4f m : rest) {
      inverse.add(Placements.at(-m.m03, -m.m13, -m.m23));
    }
    int[] parents = new int[joints.length];
    parents[0] = -1;
    List<String> names = Arrays.stream(joints).map(Joint::label).toList();
    return new Skeleton(names, parents, rest, inverse);
  }

  /**
   * A pose of wheels turned to the left by an angle and rolled forward by another, of a car ahead.
   */
  static Pose pose(Layout at, double steer, double roll, double ahead) {
    List<Matrix4f> local = new ArrayList<>();
    for (Joint joint : Joint.values()) {
      if (joint == Joint.CAR) {
        local.add(Placements.at(0, 0, ahead));
        continue;
      }
      double[] p = at.wheel(joint);
      Matrix4f m = Placements.turned(UP, joint.front() ? steer : 0, p[0], p[1], p[2]);
      m.mul(Placements.turned(LEFT, roll, 0, 0, 0));
      local.add(m);
    }
    return new Pose(local);
  }
}
