package org.variegate.randomizer.normalize;

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
import org.variegate.draws.Draws;

/**
 * Clips the image, and brings each channel to a standard range or to a standard mean and deviation.
 * Draws nothing.
 */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Normalize.Config.class, factory = true)
@Plugin(name = "normalize", needs = "IMAGE", gives = "IMAGE")
public final class Normalize implements Randomizer {

  /** Where the image is clipped, and what it is brought to. */
  @ObjectClassDefinition(
      name = "normalize",
      description = "Clips the image and brings it to a standard range.")
  public @interface Config {

    /** Where to clip first. */
    @AttributeDefinition(
        description =
            "Values outside of [lowest, highest] are first set to these [intensity]; an empty list"
                + " does not clip")
    double[] clip() default {0, 300};

    /** What to bring it to. */
    @AttributeDefinition(
        description =
            "What is brought to the target range: from minimum to maximum, or between two"
                + " percentiles; z-score subtracts the mean and divides by the standard deviation;"
                + " none leaves it clipped",
        options = {
          @Option(label = "min-max", value = "min-max"),
          @Option(label = "percentile", value = "percentile"),
          @Option(label = "z-score", value = "z-score"),
          @Option(label = "none", value = "none")
        })
    String mode() default "min-max";

    /** Which percentiles. */
    @AttributeDefinition(
        description =
            "The two percentiles that mode 'percentile' brings to the target's ends [%]; what lies"
                + " beyond is set to these")
    double[] percentiles() default {1, 99};

    /** The target range. */
    @AttributeDefinition(
        description =
            "What the lowest and the highest value become [1]; the higher first makes a negative;"
                + " not used by z-score and none")
    double[] target() default {0, 1};
  }

  private final Interval clip;
  private final Mode mode;
  private final Interval percentiles;
  private final Interval target;
  private final boolean negative;

  /** Checks the options. */
  @Activate
  public Normalize(Config config) {
    clip = config.clip().length == 0 ? Interval.ALL : Interval.of("clip", config.clip());
    mode = Mode.parse(config.mode());
    percentiles = Interval.of("percentiles", config.percentiles());
    double[] ends = config.target();
    negative = ends.length == 2 && ends[0] > ends[1];
    target = negative ? Interval.of("target", ends[1], ends[0]) : Interval.of("target", ends);
    if (!(percentiles.low() >= 0 && percentiles.high() <= 100)) {
      throw new IllegalArgumentException(
          "percentiles: needs two numbers from 0 to 100, got " + percentiles);
    }
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Raster image = sample.get(Part.IMAGE);
    switch (mode) {
      case MIN_MAX -> stretch(image);
      case PERCENTILE -> stretchPercentiles(image);
      case Z_SCORE -> standardize(image);
      case NONE -> image.change(new Clip(clip));
    }
  }

  private void stretch(Raster image) {
    Extremes extremes = new Extremes(image.channels());
    image.change(new Clip(clip));
    image.change(extremes);
    image.values();
    rescale(image, extremes.intervals());
  }

  private void stretchPercentiles(Raster image) {
    image.change(new Clip(clip));
    float[] values = image.values();
    Interval[] between = new Interval[image.channels()];
    for (int channel = 0; channel < between.length; channel++) {
      int size = image.grid().size();
      between[channel] =
          new Quantiles(values, channel * size, size)
              .interval(percentiles.low() / 100, percentiles.high() / 100);
    }
    rescale(image, between);
  }

  private void rescale(Raster image, Interval[] ranges) {
    image.change(Rescale.onto(target, ranges));
    if (negative) {
      image.change(new Negative(target));
    }
  }

  private void standardize(Raster image) {
    Moments moments = new Moments(image.channels());
    image.change(new Clip(clip));
    image.change(moments);
    image.values();
    image.change(moments.standardize());
  }
}
