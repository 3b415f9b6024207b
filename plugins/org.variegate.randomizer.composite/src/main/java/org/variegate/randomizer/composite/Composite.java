package org.variegate.randomizer.composite;

import java.io.UncheckedIOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Cache;
import org.variegate.api.Plugin;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.draws.Probability;
import org.variegate.formats.FileHash;
import org.variegate.formats.FormatException;
import org.variegate.formats.FoundFile;
import org.variegate.formats.PictureFile;
import org.variegate.scene.Scene;
import org.variegate.scene.Sky;

/** Puts a photograph behind the scene, in the place of the sky. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Composite.Config.class, factory = true)
@Plugin(name = "composite", needs = "SCENE", gives = "SCENE")
public final class Composite implements Randomizer {
  private static final long MOST_PIXELS = 1L << 26;

  /** How many times more pixels along a side are read than are kept, at least, to be averaged. */
  private static final int FINER = 4;

  private static final Distribution ANYWHERE = Distribution.parse("place", "uniform(0, 1)");

  /** The options. */
  @ObjectClassDefinition(
      name = "composite",
      description = "Puts a photograph behind the scene, in the place of the sky.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "Photographs, PNG or JPEG: files, folders or glob patterns, relative to the working"
                + " directory")
    String[] images();

    @AttributeDefinition(
        description = "Probability of a photograph [1]; in [0, 1]",
        min = "0",
        max = "1")
    double probability() default 1;

    @AttributeDefinition(
        description =
            "Probability that the ground shows the photograph too, darkened where it lies in"
                + " shadow, instead of its own material [1]; in [0, 1]",
        min = "0",
        max = "1")
    double ground() default 0.7;

    @AttributeDefinition(
        description =
            "Probability that the sky's light is that of the photograph's thirds: zenith, horizon,"
                + " ground [1]; in [0, 1]",
        min = "0",
        max = "1")
    double light() default 0.5;

    @AttributeDefinition(description = "Width over height of the picture [1]; in [0.1, 10]")
    double aspect() default 1;

    @AttributeDefinition(
        description =
            "How many times smaller the part shown is than the largest of that shape [1]; a"
                + " distribution in [1, 20]")
    String zoom() default "uniform(1, 1.5)";

    @AttributeDefinition(
        description = "Probability that left and right are exchanged [1]; in [0, 1]",
        min = "0",
        max = "1")
    double flip() default 0.5;

    @AttributeDefinition(
        description =
            "Standard deviation of a blur of the photograph [1/1000 of the picture's height]; a"
                + " distribution in [0, 200]")
    String blur() default "mixture(1: 0, 1: uniform(1, 10))";

    @AttributeDefinition(
        description = "Factor on the photograph's light [1]; a distribution of at least 0")
    String level() default "lognormal(0, 0.15)";

    @AttributeDefinition(
        description =
            "Longest side that photographs are kept with; larger ones are reduced [pixels]; 16 to"
                + " 8192",
        min = "16",
        max = "8192")
    int size() default 512;

    @AttributeDefinition(
        description = "Memory for photographs that are kept [MB]; at least 0; changes no result",
        min = "0")
    int cache() default 128;
  }

  private final List<FoundFile> files;
  private final String filesSha256;
  private final double probability;
  private final double ground;
  private final double light;
  private final double aspect;
  private final Distribution zoom;
  private final double flip;
  private final Distribution blur;
  private final Distribution level;
  private final int size;
  private final Cache<FoundFile, Photograph> cache;

  /**
   * Reads the options and finds the files.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range, or there is no file
   */
  @Activate
  public Composite(Config config) {
    probability = Probability.require("probability", config.probability());
    ground = Probability.require("ground", config.ground());
    light = Probability.require("light", config.light());
    aspect = in("aspect", config.aspect(), 0.1, 10);
    zoom = Distribution.parse("zoom", config.zoom(), 1, 20);
    flip = Probability.require("flip", config.flip());
    blur = Distribution.parse("blur", config.blur(), 0, 200);
    level = Distribution.parse("level", config.level(), 0);
    size = (int) in("size", config.size(), 16, 8192);
    cache = new Cache<>((long) in("cache", config.cache(), 0, 1 << 20) << 20, Photograph::bytes);
    files = FoundFile.find("images", List.of(config.images()), ".png", ".jpg", ".jpeg");
    filesSha256 = FoundFile.sha256(files);
  }

  private static double in(String key, double value, double lowest, double highest) {
    if (!(value >= lowest && value <= highest)) {
      throw new IllegalArgumentException(
          key + ": needs a value in [" + lowest + ", " + highest + "], got " + value);
    }
    return value;
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    if (!draws.chance("shown", probability)) {
      return;
    }
    Scene scene = sample.get(Scene.SCENE);
    FoundFile file = draws.choose("file", files);
    Photograph photograph = cache.get(file, this::load);
    sample.input(file.name(), photograph.sha256());
    sample.input("images", filesSha256);
    double[] place = draws.sample("place", ANYWHERE, 2);
    double nearer = in("zoom", draws.sample("zoom", zoom), 1, 20);
    Crop crop =
        Crop.of(
            photograph.picture(),
            aspect,
            nearer,
            in("place", place[0], 0, 1),
            in("place", place[1], 0, 1),
            draws.chance("flip", flip));
    float factor = (float) in("level", draws.sample("level", level), 0, 1e6);
    double spread = in("blur", draws.sample("blur", blur), 0, 200) / 1000;
    boolean catches = draws.chance("ground", ground);
    scene.backdrop(crop.cut(photograph.picture(), factor, spread, catches, sample.arena()));
    if (draws.chance("light", light)) {
      Sky sky = scene.sky();
      float bright = sky.environment().brightness();
      photograph
          .light()
          .ifPresent(e -> scene.sky(new Sky(e.times(bright), sky.rotation(), sky.intensity())));
    }
  }

  private Photograph load(FoundFile file) {
    try {
      String sha256 = FileHash.of(file.path());
      return Photograph.of(PictureFile.read(file.path(), MOST_PIXELS, FINER * size), sha256, size);
    } catch (FormatException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
