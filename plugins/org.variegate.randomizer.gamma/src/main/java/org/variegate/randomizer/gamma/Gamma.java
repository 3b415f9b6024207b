package org.variegate.randomizer.gamma;

import java.util.Arrays;
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
import org.variegate.raster.PowerTable;

/**
 * Raises the image, within a range that is taken as [0, 1], to a random power g: x^g. What lies
 * beyond the range is first set to its ends.
 */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Gamma.Config.class, factory = true)
@Plugin(name = "gamma", needs = "IMAGE", gives = "IMAGE")
public final class Gamma implements Randomizer {

  /** Which powers, and of what. */
  @ObjectClassDefinition(
      name = "gamma",
      description = "Raises the image to a random power: a gamma curve.")
  public @interface Config {

    /** The power. */
    @AttributeDefinition(description = "Power g [1]; a distribution of values above 0")
    String exponent() default "lognormal(0, 0.5)";

    /** The range that is kept. */
    @AttributeDefinition(
        description =
            "The range whose ends stay where they are, lower end first [intensity]; values beyond"
                + " become its ends")
    double[] range() default {0, 1};
  }

  private final Distribution exponent;
  private final float low;
  private final float width;

  /** Reads the options. */
  @Activate
  public Gamma(Config config) {
    this(Distribution.parse("exponent", config.exponent(), 0), config.range());
  }

  Gamma(Distribution exponent, double... range) {
    if (!(range.length == 2 && range[0] < range[1] && Double.isFinite(range[1] - range[0]))) {
      throw new IllegalArgumentException(
          "range: needs two numbers, the lower first, got " + Arrays.toString(range));
    }
    if (exponent.cumulative(0) > 0) {
      throw new IllegalArgumentException("exponent: needs values above 0, got " + exponent);
    }
    this.exponent = exponent;
    low = (float) range[0];
    width = (float) (range[1] - range[0]);
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    PowerTable power = new PowerTable(draws.sample("exponent", exponent));
    Raster image = sample.get(Part.IMAGE);
    if (low == 0 && width == 1) {
      image.change((values, block) -> power.apply(values, block.from(), block.count()));
      return;
    }
    image.change(
        (values, block) -> {
          int from = block.from();
          int end = from + block.count();
          for (int i = from; i < end; i++) {
            values[i] = (values[i] - low) / width;
          }
          power.apply(values, from, block.count());
          for (int i = from; i < end; i++) {
            values[i] = low + width * values[i];
          }
        });
  }
}
