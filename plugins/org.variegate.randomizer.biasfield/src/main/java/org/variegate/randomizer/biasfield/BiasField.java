package org.variegate.randomizer.biasfield;

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
import org.variegate.draws.Probability;
import org.variegate.raster.CoarseField;

/**
 * Multiplies the image by a smooth field exp(b), b ~ N(0, s^2) at the nodes of a coarse grid and
 * linear between them, s drawn for each sample (Billot et al. 2023, "SynthSeg"). Each channel has a
 * field of its own.
 */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = BiasField.Config.class, factory = true)
@Plugin(name = "bias-field", needs = "IMAGE", gives = "IMAGE")
public final class BiasField implements Randomizer {

  /** How strong and how smooth the field is. */
  @ObjectClassDefinition(
      name = "bias-field",
      description = "Multiplies the image by a smooth random field.")
  public @interface Config {

    /** How often there is a field. */
    @AttributeDefinition(
        description = "Probability that there is a field at all [1]",
        min = "0",
        max = "1")
    double probability() default 0.95;

    /** The strength. */
    @AttributeDefinition(
        description =
            "Standard deviation of the field's logarithm at its nodes [1]; a distribution of at"
                + " least 0")
    String deviation() default "uniform(0, 0.7)";

    /** The smoothness. */
    @AttributeDefinition(
        description = "Distance between the field's nodes [mm]; a distribution of at least 1")
    String spacing() default "54";
  }

  private final double probability;
  private final Distribution deviation;
  private final Distribution spacing;

  /** Reads the options. */
  @Activate
  public BiasField(Config config) {
    this(
        config.probability(),
        Distribution.parse("deviation", config.deviation(), 0),
        Distribution.parse("spacing", config.spacing(), 1));
  }

  BiasField(double probability, Distribution deviation, Distribution spacing) {
    this.probability = Probability.require("probability", probability);
    this.deviation = deviation;
    this.spacing = spacing;
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Raster image = sample.get(Part.IMAGE);
    if (!draws.chance("applied", probability)) {
      return;
    }
    double s = draws.sample("deviation", deviation);
    double distance = draws.sample("spacing", spacing);
    CoarseField[] fields = new CoarseField[image.channels()];
    for (int channel = 0; channel < fields.length; channel++) {
      fields[channel] =
          CoarseField.gaussian(
              image.grid(), distance, s, draws.child("channel", channel).noise("nodes"));
    }
    image.change((values, block) -> fields[block.channel()].multiplyExp(values, block));
  }
}
