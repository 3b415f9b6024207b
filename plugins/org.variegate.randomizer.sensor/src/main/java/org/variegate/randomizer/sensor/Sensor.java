package org.variegate.randomizer.sensor;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.volume.Raster;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.draws.Whole;
import org.variegate.scene.RadialDistortion;
import org.variegate.scene.View;

/** Takes a picture of light as a camera does: through a lens, with noise, in numbers. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Sensor.Config.class, factory = true)
@Plugin(name = "sensor", needs = "IMAGE", gives = "IMAGE")
public final class Sensor implements Randomizer {
  private static final String UNIT = "linear";

  /** What the sinks obey that write JPEG. */
  private static final String QUALITY = "jpegQuality";

  /** The options. */
  @ObjectClassDefinition(
      name = "sensor",
      description = "Takes a picture of light as a camera does: lens, exposure, noise, numbers.")
  public @interface Config {
    @AttributeDefinition(description = "Exposure on top of the synthesizer's [EV]; a distribution")
    String exposure() default "normal(0, 0.3)";

    @AttributeDefinition(
        description =
            "Gain of red and of blue over that of green [1]; a distribution of values above 0")
    String whiteBalance() default "lognormal(0, 0.05)";

    @AttributeDefinition(
        description =
            "Electrons that a white pixel collects; the more, the less noise [electrons]; a"
                + " distribution of at least 1")
    String fullWell() default "loguniform(800, 30000)";

    @AttributeDefinition(
        description = "Noise of the read-out [electrons]; a distribution of at least 0")
    String readNoise() default "uniform(2, 12)";

    @AttributeDefinition(
        description =
            "Depth of the numbers up to white, in linear light, 0 for any [bits]; a distribution of"
                + " whole numbers from 0 to 16")
    String bits() default "12";

    @AttributeDefinition(
        description =
            "Standard deviation of the lens' blur [1/1000 of the picture's height]; a distribution"
                + " in [0, 100]")
    String blur() default "mixture(3: 0, 2: uniform(1, 3.5))";

    @AttributeDefinition(
        description =
            "Radius of the disc of a lens out of focus [1/1000 of the picture's height]; a"
                + " distribution in [0, 100]")
    String defocus() default "0";

    @AttributeDefinition(
        description =
            "Radial distortion at the corners, below 0 barrel, above 0 pincushion [1]; a"
                + " distribution in [-0.3, 1]")
    String distortion() default "mixture(7: 0, 1: uniform(-0.08, 0.12))";

    @AttributeDefinition(
        description = "Share of light lost at the corners [1]; a distribution in [0, 1]")
    String vignetting() default "mixture(1: 0, 1: uniform(0, 0.5))";

    @AttributeDefinition(
        description =
            "How much larger red and smaller blue is seen than green [1/1000]; a distribution in"
                + " [-100, 100]")
    String aberration() default "mixture(3: 0, 1: truncated(0, 1.5, -5, 5))";

    @AttributeDefinition(
        description =
            "Quality at which sinks write JPEG, as an annotation [1]; a distribution of whole"
                + " numbers from 1 to 100; empty to leave it to the sink")
    String jpegQuality() default "integer(75, 97)";
  }

  private final Distribution exposure;
  private final Distribution whiteBalance;
  private final Distribution fullWell;
  private final Distribution readNoise;
  private final Whole bits;
  private final Distribution blur;
  private final Distribution defocus;
  private final Distribution distortion;
  private final Distribution vignetting;
  private final Distribution aberration;
  private final Whole jpegQuality;

  /**
   * Reads the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public Sensor(Config config) {
    exposure = Distribution.parse("exposure", config.exposure());
    whiteBalance = Distribution.parse("whiteBalance", config.whiteBalance(), 0);
    fullWell = Distribution.parse("fullWell", config.fullWell(), 1);
    readNoise = Distribution.parse("readNoise", config.readNoise(), 0);
    bits = Whole.parse("bits", config.bits(), 0, 16);
    blur = Distribution.parse("blur", config.blur(), 0, 100);
    defocus = Distribution.parse("defocus", config.defocus(), 0, 100);
    distortion = Distribution.parse("distortion", config.distortion(), -0.3, 1);
    vignetting = Distribution.parse("vignetting", config.vignetting(), 0, 1);
    aberration = Distribution.parse("aberration", config.aberration(), -100, 100);
    jpegQuality =
        config.jpegQuality().isBlank() ? null : Whole.parse(QUALITY, config.jpegQuality(), 1, 100);
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    double bend = draw(draws, "distortion", distortion, -0.3, 1);
    if (bend != 0) {
      sample.move(new RadialDistortion(sample.grid(), bend));
    }
    Lens lens = lens(draws);
    Exposure taken = exposure(draws);
    Raster image = linear(sample.get(Part.IMAGE));
    lens.apply(image, sample.arena());
    taken.apply(image.grid(), image.values(), image.channels(), draws.noise("field"));
    if (sample.has(View.LATER)) {
      Raster later = linear(sample.get(View.LATER));
      lens.apply(later, sample.arena());
      taken.apply(later.grid(), later.values(), later.channels(), draws.noise("later"));
    }
    if (jpegQuality != null) {
      sample.annotate(QUALITY, jpegQuality.sample(draws));
    }
  }

  /** A draw that was set by hand may be anything. */
  private static double draw(
      Draws draws, String name, Distribution law, double lowest, double highest) {
    double value = draws.sample(name, law);
    if (!(value >= lowest && value <= highest)) {
      throw new IllegalArgumentException(
          name + ": needs a value in [" + lowest + ", " + highest + "], got " + value);
    }
    return value;
  }

  private static Raster linear(Raster image) {
    if (!image.unit().equals(UNIT) || image.grid().nz() != 1 || image.channels() > 3) {
      throw new IllegalArgumentException(
          "image: needs a picture in linear light of one or three channels, got "
              + image.channels()
              + " of "
              + image.grid()
              + " in "
              + image.unit());
    }
    return image;
  }

  private Lens lens(Draws draws) {
    return new Lens(
        draw(draws, "aberration", aberration, -100, 100),
        draw(draws, "defocus", defocus, 0, 100),
        draw(draws, "blur", blur, 0, 100));
  }

  private Exposure exposure(Draws draws) {
    double stops = draws.sample("exposure", exposure);
    double[] balance = draws.sample("whiteBalance", whiteBalance, 2);
    double gain = StrictMath.pow(2, Math.max(-30, Math.min(30, stops)));
    float[] gains = {(float) (gain * balance[0]), (float) gain, (float) (gain * balance[1])};
    return new Exposure(
        gains,
        draw(draws, "vignetting", vignetting, 0, 1),
        draw(draws, "fullWell", fullWell, 1, Double.MAX_VALUE),
        draw(draws, "readNoise", readNoise, 0, Double.MAX_VALUE),
        bits.sample(draws));
  }
}
