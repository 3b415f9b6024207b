package org.variegate.randomizer.spacing;

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
import org.variegate.raster.Respacing;

/**
 * Shows the sample on a grid of another spacing: the same axes and the same field of view, with one
 * interpolation together with all other spatial stages.
 *
 * <p>An image that is made coarser is blurred before, by half as many of its voxels as are left out
 * between two of those kept.
 */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Spacing.Config.class, factory = true)
@Plugin(name = "spacing", needs = "LABELS|IMAGE")
public final class Spacing implements Randomizer {
  private static final double LEAST = 0.01;
  private static final double MOST = 100;

  /** The options. */
  @ObjectClassDefinition(
      name = "spacing",
      description = "Shows the sample on a grid of another spacing.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "Distance between voxels, the same along all axes [mm]; a distribution of values in"
                + " [0.01, 100]")
    String spacing() default "1";
  }

  private final Distribution spacing;

  /**
   * Reads the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public Spacing(Config config) {
    spacing = Distribution.parse("spacing", config.spacing(), LEAST, MOST);
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    double mm = draws.sample("spacing", spacing);
    if (!(mm >= LEAST && mm <= MOST)) {
      throw new IllegalArgumentException("spacing: needs mm in [0.01, 100], got " + mm);
    }
    new Respacing(sample.grid(), mm).apply(sample);
  }
}
