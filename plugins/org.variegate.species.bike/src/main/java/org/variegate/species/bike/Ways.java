package org.variegate.species.bike;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.scene.Course;
import org.variegate.scene.Mesh;
import org.variegate.scene.Motion;
import org.variegate.scene.Pose;
import org.variegate.scene.Skeleton;

/** The ways a bicycle can be met. */
final class Ways {
  private static final Distribution TURN = Distribution.parse("roll", "uniform(0, 6.2832)");
  private static final Distribution CRANK = Distribution.parse("crank", "uniform(0, 6.2832)");
  private static final Distribution STRAIGHT =
      Distribution.parse("steer", "truncated(0, 0.06, -0.2, 0.2)");
  private static final Distribution TURNED =
      Distribution.parse("steer", "truncated(0.1, 0.3, -0.9, 0.9)");
  private static final Distribution BALANCE =
      Distribution.parse("lean", "truncated(0, 0.04, -0.15, 0.15)");
  private static final Distribution REST = Distribution.parse("lean", "uniform(0.09, 0.16)");
  private static final Distribution PROP =
      Distribution.parse("lean", "mixture(0.5: uniform(0.05, 0.22), 0.5: uniform(-0.22, -0.05))");
  private static final Distribution LOOK =
      Distribution.parse("look", "truncated(0, 0.35, -1.2, 1.2)");
  private static final Distribution SIDE = Distribution.parse("side", "choice(-1, 1)");

  private record Way(String name, double frequency, Function<Draws, Pose> poses) implements Motion {
    @Override
    public Pose pose(Draws draws) {
      return poses.apply(draws);
    }
  }

  /** How fast it is ridden, in m/s, and how many turns of the wheel one of the crank is. */
  private static final Distribution SPEED = Distribution.parse("speed", "truncated(4, 1.5, 1, 10)");

  private static final double GEAR = 2.4;

  /** The way that goes on: wheels roll, the crank turns. */
  private record Ride(Layout at, Function<Stance, Pose> poses) implements Motion {
    @Override
    public String name() {
      return "ride";
    }

    @Override
    public Pose pose(Draws draws) {
      return poses.apply(ride(draws));
    }

    @Override
    public Course course(Draws draws) {
      Stance start = ride(draws);
      double speed = draws.sample("speed", SPEED);
      return seconds -> {
        double way = speed * seconds;
        return Rig.ahead(poses.apply(start.rolled(way / at.radius, GEAR)), way);
      };
    }
  }

  private Ways() {}

  static List<Motion> of(Layout at, Rig rig, Skeleton skeleton, Mesh mesh, boolean ridden) {
    Function<Stance, Pose> pose = stance -> rig.pose(stance, skeleton, mesh);
    if (ridden) {
      return List.of(new Ride(at, pose));
    }
    List<Motion> ways = new ArrayList<>();
    ways.add(new Way("roll", 3, pose.compose(Ways::roll)));
    ways.add(new Way("lean", 2, pose.compose(Ways::lean)));
    if (Words.has(at.genome, "stand")) {
      ways.add(new Way("stand", 3, pose.compose(Ways::stand)));
    }
    double flat = flat(at);
    ways.add(new Way("lie", 0.25, pose.compose(draws -> lie(draws, flat))));
    return ways;
  }

  private static Stance roll(Draws draws) {
    return stance(draws, 0, draws.sample("steer", STRAIGHT), false);
  }

  private static Stance ride(Draws draws) {
    double lean = draws.sample("lean", BALANCE);
    return new Stance(
        lean,
        draws.sample("steer", STRAIGHT),
        draws.sample("roll", TURN),
        draws.sample("crank", CRANK),
        false,
        draws.sample("look", LOOK));
  }

  private static Stance lean(Draws draws) {
    return stance(draws, draws.sample("lean", PROP), draws.sample("steer", TURNED), false);
  }

  private static Stance stand(Draws draws) {
    return stance(draws, draws.sample("lean", REST), draws.sample("steer", TURNED), true);
  }

  private static Stance lie(Draws draws, double flat) {
    double side = draws.sample("side", SIDE);
    return stance(draws, side * flat, draws.sample("steer", TURNED), false);
  }

  private static Stance stance(Draws draws, double lean, double steer, boolean out) {
    double roll = draws.sample("roll", TURN);
    return new Stance(lean, steer, roll, draws.sample("crank", CRANK), out, 0);
  }

  /** How far it leans when a wheel and the handlebar's end touch the ground. */
  private static double flat(Layout at) {
    Vec end = new Bar(at).end();
    return Math.PI / 2 - StrictMath.atan2(end.x() - at.tyre, end.y());
  }
}
