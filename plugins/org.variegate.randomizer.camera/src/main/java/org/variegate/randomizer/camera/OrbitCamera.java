package org.variegate.randomizer.camera;

import java.util.Arrays;
import java.util.List;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3d;
import javax.vecmath.Vector3f;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.variegate.api.Plugin;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.draws.Probability;
import org.variegate.draws.Weighted;
import org.variegate.scene.Camera;
import org.variegate.scene.Directions;
import org.variegate.scene.Scene;

/** Puts the camera anywhere around the subject and turns it towards it. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = OrbitCamera.Config.class, factory = true)
@Plugin(name = "camera", needs = "SCENE", gives = "SCENE")
public final class OrbitCamera implements Randomizer {

  /** The options. */
  @ObjectClassDefinition(
      name = "camera",
      description = "Puts the camera anywhere around the subject and turns it towards it.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "Elevation above the horizon [degrees]; a distribution, or area(a, b) for directions"
                + " uniform in area")
    String elevation() default "area(0, 90)";

    @AttributeDefinition(
        description =
            "Azimuth from the front of what it looks at towards its left [degrees]; a distribution")
    String azimuth() default "uniform(-180, 180)";

    @AttributeDefinition(
        description =
            "Probability of a view of the face, with an elevation and azimuth of its own [1]; in"
                + " [0, 1]",
        min = "0",
        max = "1")
    double face() default 0;

    @AttributeDefinition(
        description = "Elevation of views of the face [degrees]; a distribution, or area(a, b)")
    String faceElevation() default "area(0, 30)";

    @AttributeDefinition(description = "Azimuth of views of the face [degrees]; a distribution")
    String faceAzimuth() default "normal(0, 30)";

    @AttributeDefinition(
        description =
            "What it looks at: whole, bust (head and shoulders), head; all is whole where there is"
                + " no joint called head")
    String[] targets() default {"whole"};

    @AttributeDefinition(
        description =
            "How often each target is drawn [1]; one weight a target, or none for all alike")
    double[] weights() default {};

    @AttributeDefinition(
        description =
            "How much of the picture's height the target fills, or of as much width if it is wider"
                + " [1]; a distribution in [0.01, 4]")
    String framing() default "uniform(0.4, 0.95)";

    @AttributeDefinition(
        description =
            "Distance from the target's middle, in place of framing [see distanceIn]; a"
                + " distribution above 0; empty for framing")
    String distance() default "";

    @AttributeDefinition(
        description = "What the distance is measured in: heights of the subject, or m",
        options = {
          @Option(label = "heights", value = "heights"),
          @Option(label = "m", value = "m")
        })
    String distanceIn() default "heights";

    @AttributeDefinition(
        description =
            "How far right of and above the middle the target is seen [picture heights]; a"
                + " distribution")
    String jitter() default "normal(0, 0.04)";

    @AttributeDefinition(
        description = "How far the camera's top leans to the right [degrees]; a distribution")
    String roll() default "normal(0, 3)";

    @AttributeDefinition(
        description =
            "Angle from the bottom of the picture to its top [degrees]; a distribution in [1, 150]")
    String fieldOfView() default "uniform(25, 55)";

    @AttributeDefinition(
        description =
            "Diameter of the lens [mm]; a distribution of at least 0, with 0 for all in focus; the"
                + " target's middle is in focus")
    String aperture() default "0";

    @AttributeDefinition(
        description =
            "How fast it moves to the right, up and back, a draw each [m/s]; a distribution; empty"
                + " for standing still")
    String velocity() default "";

    @AttributeDefinition(
        description =
            "How fast it turns up, to the left and its top to the left, a draw each [degrees/s]; a"
                + " distribution; empty for not turning")
    String spin() default "";

    @AttributeDefinition(
        description = "The lowest that the camera stands above the ground [m]; at least 0",
        min = "0")
    double clearance() default 0.04;
  }

  private final Distribution elevation;
  private final Distribution azimuth;
  private final double face;
  private final Distribution faceElevation;
  private final Distribution faceAzimuth;
  private final Weighted<Target> targets;
  private final Distribution framing;
  private final Distribution distance;
  private final boolean heights;
  private final Distribution jitter;
  private final Distribution roll;
  private final Distribution fieldOfView;
  private final Distribution aperture;
  private final Distribution velocity;
  private final Distribution spin;
  private final double clearance;

  /**
   * Reads the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public OrbitCamera(Config config) {
    elevation = Directions.elevations("elevation", config.elevation());
    azimuth = Distribution.parse("azimuth", config.azimuth());
    face = Probability.require("face", config.face());
    faceElevation = Directions.elevations("faceElevation", config.faceElevation());
    faceAzimuth = Distribution.parse("faceAzimuth", config.faceAzimuth());
    targets = Weighted.of("weights", targets(config.targets()), config.weights());
    framing = Distribution.parse("framing", config.framing(), 0.01, 4);
    distance =
        config.distance().isBlank()
            ? null
            : Distribution.parse("distance", config.distance(), 1e-3, 1e6);
    heights = heights(config.distanceIn());
    jitter = Distribution.parse("jitter", config.jitter());
    roll = Distribution.parse("roll", config.roll());
    fieldOfView = Distribution.parse("fieldOfView", config.fieldOfView(), 1, 150);
    aperture = Distribution.parse("aperture", config.aperture(), 0);
    velocity = optional("velocity", config.velocity());
    spin = optional("spin", config.spin());
    clearance = config.clearance();
    if (!(clearance >= 0 && clearance <= 1e6)) {
      throw new IllegalArgumentException(
          "clearance: needs a height of at least 0 m, got " + clearance);
    }
  }

  private static Distribution optional(String key, String text) {
    return text.isBlank() ? null : Distribution.parse(key, text);
  }

  private static List<Target> targets(String[] names) {
    if (names.length == 0) {
      throw new IllegalArgumentException("targets: needs some of whole, bust and head, got none");
    }
    return Arrays.stream(names).map(Target::of).toList();
  }

  private static boolean heights(String unit) {
    return switch (unit) {
      case "heights" -> true;
      case "m" -> false;
      default -> throw new IllegalArgumentException("distanceIn: needs heights or m, got " + unit);
    };
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Scene scene = sample.get(Scene.SCENE);
    Aim aim = Aim.at(draws.choose("target", targets), scene, sample.arena());
    Vector3f towards = direction(aim, draws);
    double angle = StrictMath.toRadians(draws.sample("fieldOfView", fieldOfView));
    Point3f eye = new Point3f();
    eye.scaleAdd((float) distance(aim, towards, angle, draws), towards, aim.centre());
    Eye.keepOut(eye, towards, aim.subject());
    eye.y = Math.max(eye.y, (float) clearance);
    double lean = StrictMath.toRadians(draws.sample("roll", roll));
    Point3f target = aside(eye, aim.centre(), angle, draws.sample("jitter", jitter, 2));
    scene.camera(
        Camera.lookAt(eye, target, lean, angle)
            .withLens(draws.sample("aperture", aperture) / 1000, eye.distance(aim.centre())));
    if (velocity != null || spin != null) {
      Vector3d way = three(draws, "velocity", velocity);
      Vector3d turn = three(draws, "spin", spin);
      turn.scale(Math.PI / 180);
      scene.cameraMoves((now, seconds) -> now.moved(way, turn, seconds));
    }
  }

  private static Vector3d three(Draws draws, String name, Distribution distribution) {
    return distribution == null
        ? new Vector3d()
        : new Vector3d(draws.sample(name, distribution, 3));
  }

  private Vector3f direction(Aim aim, Draws draws) {
    boolean close = draws.chance("face", face);
    double up =
        close ? draws.sample("faceElevation", faceElevation) : draws.sample("elevation", elevation);
    double around =
        close ? draws.sample("faceAzimuth", faceAzimuth) : draws.sample("azimuth", azimuth);
    return Directions.around(close ? aim.face() : aim.front(), around, up);
  }

  private double distance(Aim aim, Vector3f towards, double angle, Draws draws) {
    if (distance == null) {
      return aim.distance(towards, draws.sample("framing", framing), angle);
    }
    return draws.sample("distance", distance) * (heights ? aim.subject().height() : 1);
  }

  /** What to look at so that the target is seen right of and above the middle. */
  private static Point3f aside(Point3f eye, Point3f centre, double angle, double[] heights) {
    Matrix4f m = Camera.lookAt(eye, centre, 0, angle).toWorld();
    double high = 2 * eye.distance(centre) * StrictMath.tan(angle / 2);
    Point3f target = new Point3f();
    target.scaleAdd((float) (-heights[0] * high), new Vector3f(m.m00, m.m10, m.m20), centre);
    target.scaleAdd(
        (float) (-heights[1] * high), new Vector3f(m.m01, m.m11, m.m21), new Point3f(target));
    return target;
  }
}
