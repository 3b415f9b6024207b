package org.variegate.randomizer.blur;

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
import org.variegate.raster.GaussianBlur;

/** Blurs the image by a Gaussian whose standard deviation is drawn for each axis of the grid. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Blur.Config.class, factory = true)
@Plugin(name = "blur", needs = "IMAGE", gives = "IMAGE")
public final class Blur implements Randomizer {

  /** How wide the blur is. */
  @ObjectClassDefinition(name = "blur", description = "Blurs the image by a random Gaussian.")
  public @interface Config {

    /** The width. */
    @AttributeDefinition(
        description =
            "Standard deviation along each axis of the grid [mm]; a distribution of at least 0")
    String sigma() default "uniform(0, 1)";
  }

  private final Distribution sigma;

  /** Reads the options. */
  @Activate
  public Blur(Config config) {
    this(Distribution.parse("sigma", config.sigma(), 0));
  }

  Blur(Distribution sigma) {
    this.sigma = sigma;
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Raster image = sample.get(Part.IMAGE);
    new GaussianBlur(image.grid(), draws.sample("sigma", sigma, 3)).apply(image, sample.arena());
  }
}
