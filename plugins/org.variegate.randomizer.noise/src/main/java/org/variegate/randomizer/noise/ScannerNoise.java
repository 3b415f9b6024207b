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
import org.variegate.raster.ReceiverNoise;

/** Adds the noise of a scanner, independent from voxel to voxel. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ScannerNoise.Config.class, factory = true)
@Plugin(name = "noise", needs = "IMAGE", gives = "IMAGE")
public final class ScannerNoise implements Randomizer {
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

  private final int components;
  private final Distribution sigma;
  private final Reference reference;

  /** Reads the options. */
  @Activate
  public ScannerNoise(Config config) {
    components = ReceiverNoise.components(config.law(), config.coils());
    sigma = Distribution.parse("sigma", config.sigma(), 0);
    reference = Reference.parse(config.relativeTo());
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Raster image = sample.get(Part.IMAGE);
    double deviation = draws.sample("sigma", sigma);
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException("sigma: needs a number of at least 0, got " + deviation);
    }
    ReceiverNoise noise =
        new ReceiverNoise(deviation * reference.of(image), components, draws.noise("field"));
    image.change((values, block) -> noise.apply(values, block.from(), block.count(), block.from()));
  }
}
