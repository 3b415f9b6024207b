package org.variegate.randomizer.lighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
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
import org.variegate.draws.Weighted;
import org.variegate.draws.Whole;
import org.variegate.scene.Bounds;
import org.variegate.scene.Camera;
import org.variegate.scene.Directions;
import org.variegate.scene.Instance;
import org.variegate.scene.Light;
import org.variegate.scene.Rgb;
import org.variegate.scene.Scene;

/** Replaces the lights beside the sky by others around the subject. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Lighting.Config.class, factory = true)
@Plugin(name = "lighting", needs = "SCENE", gives = "SCENE")
public final class Lighting implements Randomizer {
  private static final int MOST = 8;

  /** The lowest that a light hangs, in m. */
  private static final float LOWEST = 0.05f;

  /** The options. */
  @ObjectClassDefinition(
      name = "lighting",
      description = "Replaces the lights beside the sky by others around the subject.")
  public @interface Config {
    @AttributeDefinition(
        description = "How many lights [count]; a distribution of whole numbers from 0 to 8")
    String count() default "mixture(3: 1, 1: 2)";

    @AttributeDefinition(
        description =
            "What kinds there are: directional (the sun), point (a bulb), spot (a cone), area (a"
                + " disc)")
    String[] kinds() default {"directional", "point", "spot", "area"};

    @AttributeDefinition(
        description = "How often each kind is drawn [1]; one weight a kind, or none for all alike")
    double[] weights() default {};

    @AttributeDefinition(
        description =
            "How bright a white surface at the subject is that faces the light [1]; a distribution"
                + " of at least 0")
    String intensity() default "loguniform(0.2, 2)";

    @AttributeDefinition(
        description =
            "Elevation above the horizon [degrees]; a distribution, or area(a, b) for directions"
                + " uniform in area")
    String elevation() default "area(10, 90)";

    @AttributeDefinition(
        description = "Azimuth from the subject's front towards its left [degrees]; a distribution")
    String azimuth() default "uniform(-180, 180)";

    @AttributeDefinition(
        description =
            "Distance of lights that are not directional from the subject's middle [radii of the"
                + " subject]; a distribution of at least 1.2")
    String distance() default "uniform(2, 6)";

    @AttributeDefinition(
        description =
            "Half the angle under which the subject sees the light, which softens shadows"
                + " [degrees]; a distribution in [0, 45]")
    String size() default "loguniform(0.3, 8)";

    @AttributeDefinition(
        description = "Half the opening angle of a spot light [degrees]; a distribution in [1, 89]")
    String cone() default "uniform(15, 45)";

    @AttributeDefinition(
        description =
            "Colour temperature of a black body [K]; a distribution in [1667, 25000]; 6500 is white")
    String temperature() default
        "mixture(3: truncated(5600, 700, 3500, 9000), 2: uniform(2400, 7500))";

    @AttributeDefinition(
        description = "Probability that the camera flashes too [1]; in [0, 1]",
        min = "0",
        max = "1")
    double flash() default 0.1;

    @AttributeDefinition(
        description =
            "How bright the flash makes a white surface at the subject [1]; a distribution of at"
                + " least 0")
    String flashIntensity() default "loguniform(0.5, 2)";
  }

  private final Whole count;
  private final Weighted<String> kinds;
  private final Distribution intensity;
  private final Distribution elevation;
  private final Distribution azimuth;
  private final Distribution distance;
  private final Distribution size;
  private final Distribution cone;
  private final Distribution temperature;
  private final double flash;
  private final Distribution flashIntensity;

  /**
   * Reads the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public Lighting(Config config) {
    count = Whole.parse("count", config.count(), 0, MOST);
    kinds = Weighted.of("weights", kinds(config.kinds()), config.weights());
    intensity = Distribution.parse("intensity", config.intensity(), 0);
    elevation = Directions.elevations("elevation", config.elevation());
    azimuth = Distribution.parse("azimuth", config.azimuth());
    distance = Distribution.parse("distance", config.distance(), 1.2);
    size = Distribution.parse("size", config.size(), 0, 45);
    cone = Distribution.parse("cone", config.cone(), 1, 89);
    temperature =
        Distribution.parse(
            "temperature", config.temperature(), Blackbody.COLDEST, Blackbody.HOTTEST);
    flash = Probability.require("flash", config.flash());
    flashIntensity = Distribution.parse("flashIntensity", config.flashIntensity(), 0);
  }

  private static List<String> kinds(String[] names) {
    List<String> known =
        Arrays.stream(Light.Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("kinds: needs some of " + known + ", got " + name);
      }
    }
    if (names.length == 0) {
      throw new IllegalArgumentException("kinds: needs some of " + known + ", got none");
    }
    return List.of(names);
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Scene scene = sample.get(Scene.SCENE);
    Instance subject = scene.subject();
    Bounds bounds = scene.bounds(subject.id(), sample.arena());
    int lamps = count.sample(draws);
    List<Light> lights = new ArrayList<>();
    for (int i = 0; i < lamps; i++) {
      lights.add(light(draws.child("light", i), subject.placement(), bounds));
    }
    if (draws.chance("flash", flash)) {
      lights.add(flash(scene.camera(), bounds, draws.sample("flashIntensity", flashIntensity)));
    }
    scene.lights(lights);
  }

  private Light light(Draws draws, Matrix4f placement, Bounds subject) {
    Light.Kind kind = Light.Kind.valueOf(draws.choose("kind", kinds).toUpperCase(Locale.ROOT));
    Vector3f to =
        Directions.around(
            placement, draws.sample("azimuth", azimuth), draws.sample("elevation", elevation));
    float level = (float) draws.sample("intensity", intensity);
    Rgb color = Blackbody.color(draws.sample("temperature", temperature)).times(level);
    double angle = StrictMath.toRadians(draws.sample("size", size));
    Vector3f travels = new Vector3f(to);
    travels.negate();
    if (kind == Light.Kind.DIRECTIONAL) {
      return Light.directional(travels, color, angle);
    }
    float far = (float) (draws.sample("distance", distance) * subject.radius());
    Point3f position = new Point3f();
    position.scaleAdd(far, to, subject.centre());
    position.y = Math.max(position.y, LOWEST);
    double opening = kind == Light.Kind.SPOT ? StrictMath.toRadians(draws.sample("cone", cone)) : 0;
    return new Light(
        kind,
        position,
        travels,
        color.times(far * far),
        far * StrictMath.tan(angle),
        opening,
        true);
  }

  /** A small lamp above the lens, a twentieth of the way to the subject. */
  private static Light flash(Camera camera, Bounds subject, double level) {
    Matrix4f m = camera.toWorld();
    Point3f position = camera.eye();
    float far = Math.max(position.distance(subject.centre()), 1e-3f);
    position.scaleAdd(0.05f * far, new Vector3f(m.m01, m.m11, m.m21), position);
    Vector3f travels = new Vector3f();
    travels.sub(subject.centre(), position);
    travels.normalize();
    Rgb color = Blackbody.color(5800).times((float) level * far * far);
    return new Light(Light.Kind.POINT, position, travels, color, 0.01 * far, 0, true);
  }
}
