package org.variegate.randomizer.sky;

import java.util.ArrayList;
import java.util.List;
import javax.vecmath.Matrix4f;
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
import org.variegate.draws.Weighted;
import org.variegate.draws.Whole;
import org.variegate.scene.Directions;
import org.variegate.scene.Light;
import org.variegate.scene.Rgb;
import org.variegate.scene.Scene;
import org.variegate.scene.Sky;

/** Replaces the sky, and lets its sun shine. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Skies.Config.class, factory = true)
@Plugin(name = "sky", needs = "SCENE", gives = "SCENE")
public final class Skies implements Randomizer {
  private static final Matrix4f WORLD =
      new Matrix4f(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

  /** The options. */
  @ObjectClassDefinition(
      name = "sky",
      description = "Replaces the sky: HDRI files, analytic sun and sky, gradients, pictures.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "What kinds of sky there are: analytic, gradient, plain, hdri, images; none for all of"
                + " which there are files, but for plain")
    String[] modes() default {};

    @AttributeDefinition(
        description = "How often each mode is drawn [1]; one weight a mode, or none for all alike")
    double[] weights() default {};

    @AttributeDefinition(
        description =
            "Panoramas in Radiance's format (.hdr): files, folders or glob patterns, relative to"
                + " the working directory")
    String[] hdri() default {};

    @AttributeDefinition(
        description =
            "PNG and JPEG files, folders or glob patterns; panoramas are twice as wide as high,"
                + " others are repeated as mirror images")
    String[] images() default {};

    @AttributeDefinition(
        description =
            "How bright a white horizontal surface is under sky and sun [1]; a distribution of at"
                + " least 0")
    String intensity() default "loguniform(0.4, 1.6)";

    @AttributeDefinition(
        description =
            "Azimuth by which the sky is turned about the vertical [degrees]; a distribution")
    String rotation() default "uniform(-180, 180)";

    @AttributeDefinition(
        description =
            "What the sun does to the other lights: replace (the first of them), add (to them),"
                + " leave (them alone: no sun)",
        options = {
          @Option(label = "replace", value = "replace"),
          @Option(label = "add", value = "add"),
          @Option(label = "leave", value = "leave")
        })
    String sun() default "replace";

    @AttributeDefinition(
        description =
            "analytic: elevation of the sun [degrees]; a distribution in [1, 90], or area(a, b)")
    String elevation() default "area(4, 80)";

    @AttributeDefinition(
        description = "analytic: turbidity of the air [1]; a distribution in [2, 10]")
    String turbidity() default "loguniform(2, 6)";

    @AttributeDefinition(description = "analytic: share of cloud [1]; a distribution in [0, 1]")
    String cover() default "mixture(1: 0, 1: uniform(0, 1))";

    @AttributeDefinition(
        description = "gradient, plain: hue of each colour [degrees]; a distribution")
    String hue() default "uniform(0, 360)";

    @AttributeDefinition(
        description = "gradient, plain: saturation of each colour [1]; a distribution in [0, 1]")
    String saturation() default "beta(1, 7)";

    @AttributeDefinition(
        description =
            "gradient: brightness of ground, horizon and zenith, of which the ratio matters [1]; a"
                + " distribution in [0.001, 1000]")
    String level() default "loguniform(0.15, 1)";

    @AttributeDefinition(
        description =
            "gradient: how many soft boxes [count]; a distribution of whole numbers from 0 to 8")
    String boxes() default "integer(0, 2)";

    @AttributeDefinition(
        description =
            "Widest that panoramas are kept; larger ones are reduced [pixels]; 64 to 8192",
        min = "64",
        max = "8192")
    int width() default 1024;

    @AttributeDefinition(
        description = "Memory for panoramas that are kept [MB]; at least 0; changes no result",
        min = "0")
    int cache() default 128;
  }

  private final SkyMode.Files files;
  private final Weighted<SkyMode> modes;
  private final Distribution intensity;
  private final Distribution rotation;
  private final String sun;
  private final Distribution elevation;
  private final Distribution turbidity;
  private final Distribution cover;
  private final Distribution hue;
  private final Distribution saturation;
  private final Distribution level;
  private final Whole boxes;

  /**
   * Reads the options, finds the files and checks their headers.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range, or a file's header is wrong
   */
  @Activate
  public Skies(Config config) {
    files = SkyMode.Files.of(config);
    modes = Weighted.of("weights", SkyMode.list(config.modes(), files), config.weights());
    intensity = Distribution.parse("intensity", config.intensity(), 0);
    rotation = Distribution.parse("rotation", config.rotation());
    sun = sun(config.sun());
    elevation = Directions.elevations("elevation", config.elevation());
    if (!(elevation.lower() >= 1)) {
      throw new IllegalArgumentException(
          "elevation: needs a sun from 1 to 90 degrees high, got " + config.elevation());
    }
    turbidity = Distribution.parse("turbidity", config.turbidity(), 2, 10);
    cover = Distribution.parse("cover", config.cover(), 0, 1);
    hue = Distribution.parse("hue", config.hue());
    saturation = Distribution.parse("saturation", config.saturation(), 0, 1);
    level = Distribution.parse("level", config.level(), 1e-3, 1e3);
    boxes = Whole.parse("boxes", config.boxes(), 0, 8);
  }

  private static String sun(String text) {
    if (!List.of("replace", "add", "leave").contains(text)) {
      throw new IllegalArgumentException("sun: needs replace, add or leave, got " + text);
    }
    return text;
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Scene scene = sample.get(Scene.SCENE);
    Dome dome = dome(sample, draws);
    double turn = StrictMath.toRadians(draws.sample("rotation", rotation));
    double factor = draws.sample("intensity", intensity);
    Sky sky = new Sky(dome.environment(), turn, factor);
    scene.sky(sky);
    if (!sun.equals("leave")) {
      dome.sun().ifPresent(light -> shine(scene, sky, light));
    }
  }

  private void shine(Scene scene, Sky sky, Light light) {
    Light turned =
        Light.directional(
            sky.toWorld(light.direction()),
            light.color().times((float) sky.intensity()),
            light.size());
    List<Light> lights = new ArrayList<>(scene.lights());
    if (sun.equals("replace") && !lights.isEmpty()) {
      lights.set(0, turned);
    } else {
      lights.add(0, turned);
    }
    scene.lights(lights);
  }

  private Dome dome(Sample sample, Draws draws) {
    return switch (draws.choose("mode", modes)) {
      case ANALYTIC ->
          AnalyticSky.of(
              draws.sample("elevation", elevation),
              draws.sample("turbidity", turbidity),
              draws.sample("cover", cover));
      case GRADIENT -> gradient(draws);
      case PLAIN -> StudioSky.plain(colors(draws, 1, new double[] {1})[0]);
      case HDRI -> files.hdri().map(f -> f.draw(sample, draws.child("hdri"))).orElseThrow();
      case IMAGES -> files.images().map(f -> f.draw(sample, draws.child("images"))).orElseThrow();
    };
  }

  private Dome gradient(Draws draws) {
    List<StudioSky.Box> bright = new ArrayList<>();
    int count = boxes.sample(draws);
    for (int i = 0; i < count; i++) {
      Draws box = draws.child("box", i);
      double up = box.sample("elevation", BOX_ELEVATION);
      Vector3f towards = Directions.around(WORLD, box.sample("azimuth", BOX_AZIMUTH), up);
      double strength = box.sample("level", BOX_LEVEL);
      bright.add(new StudioSky.Box(towards, strength, (int) box.sample("sharpness", SHARPNESS)));
    }
    return StudioSky.of(colors(draws, 3, draws.sample("level", level, 3)), bright);
  }

  private static final Distribution BOX_ELEVATION = Directions.elevations("box", "area(0, 90)");
  private static final Distribution BOX_AZIMUTH = Distribution.parse("box", "uniform(-180, 180)");
  private static final Distribution BOX_LEVEL = Distribution.parse("box", "loguniform(1, 10)");
  private static final Distribution SHARPNESS = Distribution.parse("box", "integer(3, 6)");

  private Rgb[] colors(Draws draws, int count, double[] levels) {
    double[] hues = draws.sample("hue", hue, count);
    double[] saturations = draws.sample("saturation", saturation, count);
    Rgb[] colors = new Rgb[count];
    for (int i = 0; i < count; i++) {
      colors[i] = SkyMode.color(hues[i], saturations[i], levels[i]);
    }
    return colors;
  }
}
