package org.variegate.randomizer.noise;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.volume.Raster;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;

/** Adds the noise of a scanner, independent from voxel to voxel. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ScannerNoise.Config.class, factory = true)
@Plugin(name = "noise", needs = "IMAGE", gives = "IMAGE")
public final class ScannerNoise implements Randomizer {
  private static final int MOST_COILS = 64;

  /** Which noise, and how much. */
  @ObjectClassDefinition(name = "noise", description = "Adds a scanner's noise to the image.")
  public @interface Config {

    /** How noise comes into the image. */
    @AttributeDefinition(
        description =
            "gaussian is added to the image; rician (one coil) and noncentral-chi (several)"
                + " are that of magnitude images",
        options = {
          @Option(label = "gaussian", value = "gaussian"),
          @Option(label = "rician", value = "rician"),
          @Option(label = "noncentral-chi", value = "noncentral-chi")
        })
    String law() default "gaussian";

    /** The standard deviation in a channel. */
    @AttributeDefinition(
        description =
            "Standard deviation of the noise in each real and imaginary channel [see relativeTo]; a"
                + " distribution of at least 0")
    String sigma() default "uniform(0, 0.05)";

    /** The unit of the standard deviation. */
    @AttributeDefinition(
        description =
            "What sigma is a fraction of: the image's range, its largest magnitude, or"
                + " nothing, for a sigma in the image's own unit",
        options = {
          @Option(label = "range", value = "range"),
          @Option(label = "maximum", value = "maximum"),
          @Option(label = "nothing", value = "nothing")
        })
    String relativeTo() default "range";

    /** The number of coils. */
    @AttributeDefinition(
        description = "Receiver coils of noncentral-chi noise [count]",
        min = "1",
        max = "64")
    int coils() default 4;
  }

  private final Law law;
  private final Distribution sigma;
  private final Reference reference;
  private final int coils;

  /** Reads the options. */
  @Activate
  public ScannerNoise(Config config) {
    this(
        Law.parse(config.law()),
        Distribution.parse("sigma", config.sigma(), 0, Double.POSITIVE_INFINITY),
        Reference.parse(config.relativeTo()),
        config.coils());
  }

  ScannerNoise(Law law, Distribution sigma, Reference reference, int coils) {
    if (!(coils >= 1 && coils <= MOST_COILS)) {
      throw new IllegalArgumentException("coils: needs 1 to " + MOST_COILS + ", got " + coils);
    }
    this.law = law;
    this.sigma = sigma;
    this.reference = reference;
    this.coils = coils;
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Raster image = sample.get(Part.IMAGE);
    double deviation = draws.sample("sigma", sigma);
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException("sigma: needs a number of at least 0, got " + deviation);
    }
    float absolute = (float) (deviation * reference.of(image));
    image.change(law.change(absolute, coils, draws.noise("field")));
  }
}
