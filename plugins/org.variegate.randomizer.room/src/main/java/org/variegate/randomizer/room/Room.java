package org.variegate.randomizer.room;

import javax.vecmath.Point3f;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Plugin;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.draws.Probability;
import org.variegate.scene.Bounds;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;

/** Puts walls behind the subject and beside it, so that it stands in a room or before a house. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Room.Config.class, factory = true)
@Plugin(name = "room", needs = "SCENE", gives = "SCENE")
public final class Room implements Randomizer {
  /** How far a wall goes on where no other meets it, in m. */
  private static final double OPEN = 8;

  /** How far the camera keeps from walls, in m. */
  private static final double MARGIN = 0.2;

  /** How often, how many walls, where. */
  @ObjectClassDefinition(
      name = "room",
      description = "Puts a wall behind the subject, and perhaps others beside it.")
  public @interface Config {

    /** How often there are walls. */
    @AttributeDefinition(
        description = "Probability that there is any wall [1]",
        min = "0",
        max = "1")
    double probability() default 0.5;

    /** How often there is one to the left, and one to the right. */
    @AttributeDefinition(
        description = "Probability of a wall on each side, where there is one behind [1]",
        min = "0",
        max = "1")
    double side() default 0.5;

    /** How far the wall behind is. */
    @AttributeDefinition(
        description = "From the subject's box to the wall behind [m]; a distribution above 0")
    String distance() default "loguniform(0.1, 4)";

    /** How far the walls beside are. */
    @AttributeDefinition(
        description = "From the subject's box to a wall beside [m]; a distribution above 0")
    String breadth() default "loguniform(0.3, 4)";

    /** How the room is turned. */
    @AttributeDefinition(
        description =
            "Angle of the wall behind to the picture [degrees]; a distribution in [-80, 80]")
    String turn() default "truncated(0, 25, -60, 60)";

    /** How high the walls are. */
    @AttributeDefinition(description = "Height of the walls [m]; a distribution above 0")
    String height() default "uniform(2.3, 5)";

    /** How often there is a skirting board. */
    @AttributeDefinition(
        description = "Probability of a skirting board along the walls [1]",
        min = "0",
        max = "1")
    double skirting() default 0.4;
  }

  private final double probability;
  private final double side;
  private final double skirting;
  private final Distribution distance;
  private final Distribution breadth;
  private final Distribution turn;
  private final Distribution height;

  /** Reads the options. */
  @Activate
  public Room(Config config) {
    probability = Probability.require("probability", config.probability());
    side = Probability.require("side", config.side());
    skirting = Probability.require("skirting", config.skirting());
    distance = Distribution.positive("distance", config.distance());
    breadth = Distribution.positive("breadth", config.breadth());
    turn = Distribution.parse("turn", config.turn(), -80, 80);
    height = Distribution.positive("height", config.height());
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Scene scene = sample.get(Scene.SCENE);
    boolean room = draws.chance("walls", probability);
    if (!room || scene.instances().stream().noneMatch(i -> i.role() == Role.SUBJECT)) {
      return;
    }
    Bounds subject = scene.bounds(scene.subject().id(), sample.arena());
    Point3f eye = scene.camera().eye();
    double angle = StrictMath.toRadians(draws.sample("turn", turn));
    Floor floor = Floor.of(subject, eye, angle);
    double back = floor.half() + draws.sample("distance", distance);
    double left = floor.half() + draws.sample("left", breadth);
    double right = floor.half() + draws.sample("right", breadth);
    boolean onLeft = draws.chance("on-left", side) && -left < floor.eyeAcross() - MARGIN;
    boolean onRight = draws.chance("on-right", side) && right > floor.eyeAcross() + MARGIN;
    Walls walls = new Walls(floor, draws.sample("height", height), Colours.of(draws, skirting));
    double west = onLeft ? left : OPEN;
    double east = onRight ? right : OPEN;
    double front = Math.max(floor.eyeForward(), floor.half()) + OPEN / 4;
    walls.add(scene, (east - west) / 2, -back, east + west, true);
    if (onLeft) {
      walls.add(scene, -left, (front - back) / 2, front + back, false);
    }
    if (onRight) {
      walls.add(scene, right, (front - back) / 2, front + back, false);
    }
  }
}
