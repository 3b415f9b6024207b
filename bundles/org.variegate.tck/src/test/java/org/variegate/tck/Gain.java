package org.variegate.tck;

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
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;

/** A randomizer that keeps every rule. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Gain.Config.class, factory = true)
@Plugin(name = "gain", needs = "IMAGE", gives = "IMAGE")
public final class Gain implements Randomizer {

  @ObjectClassDefinition(name = "gain", description = "Multiplies the image by a random factor.")
  public @interface Config {
    @AttributeDefinition(description = "Factor [1]; a distribution of values of at least 0")
    String factor() default "lognormal(0, 0.1)";

    @AttributeDefinition(description = "Added afterwards [unit of the image]")
    double offset() default 0;
  }

  private final Distribution factor;
  private final float offset;

  @Activate
  public Gain(Config config) {
    factor = Distribution.parse("factor", config.factor(), 0, Double.POSITIVE_INFINITY);
    offset = (float) config.offset();
    if (!Float.isFinite(offset)) {
      throw new IllegalArgumentException("offset: needs a finite number, got " + config.offset());
    }
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    float gain = (float) draws.sample("factor", factor);
    sample
        .get(Part.IMAGE)
        .change(
            (values, block) -> {
              for (int i = block.from(), end = i + block.count(); i < end; i++) {
                values[i] = values[i] * gain + offset;
              }
            });
  }
}
