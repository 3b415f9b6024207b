package org.variegate.model.skullstrip;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.variegate.api.Plugin;
import org.variegate.api.TaskModel;
import org.variegate.api.task.Network;
import org.variegate.api.task.Setting;
import org.variegate.dl4j.Backend;
import org.variegate.raster.Respacing;
import org.variegate.unet.Scaling;
import org.variegate.unet.Tiles;
import org.variegate.unet.UNetShape;
import org.variegate.unet.UNetShape.Normalization;

/** Finds the brain in images of heads, by a U-Net that learns the distance to its surface. */
@Component(service = TaskModel.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SkullStrip.Config.class, factory = true)
@Plugin(name = "skull-strip", needs = "IMAGE")
public final class SkullStrip implements TaskModel {

  /** The options. */
  @ObjectClassDefinition(
      name = "skull-strip",
      description = "Finds the brain in images of heads, by the distance to its surface.")
  public @interface Config {
    @AttributeDefinition(
        description = "Levels of the network, each half as fine as the one above it",
        min = "2",
        max = "10")
    int levels() default 5;

    @AttributeDefinition(
        description = "Channels of the network's first level; twice as many at each further",
        min = "1",
        max = "512")
    int features() default 16;

    @AttributeDefinition(description = "The most channels of a level", min = "1", max = "4096")
    int widest() default 64;

    @AttributeDefinition(
        description = "Convolutions at each level, on the way down and on the way up",
        min = "1",
        max = "8")
    int convolutions() default 2;

    @AttributeDefinition(
        description =
            "What follows each convolution: batch normalization, instance normalization (each"
                + " sample by itself), or none",
        options = {
          @Option(label = "instance", value = "instance"),
          @Option(label = "batch", value = "batch"),
          @Option(label = "none", value = "none")
        })
    String normalization() default "instance";

    @AttributeDefinition(
        description = "Slope of the rectifier below 0 [1]; 0 to 1",
        min = "0",
        max = "1")
    double slope() default 0.2;

    @AttributeDefinition(
        description = "What larger distances are learned as [mm]; above 0",
        min = "0")
    double limit() default 10;

    @AttributeDefinition(
        description =
            "Distance up to which voxels count in full, farther ones a tenth [mm]; at least 0",
        min = "0")
    double band() default 5;

    @AttributeDefinition(
        description = "What is nearer to the brain than this belongs to the mask [mm]")
    double threshold() default 1;

    @AttributeDefinition(
        description =
            "How an image's values are scaled before the network sees them: min-max, percentiles"
                + " (0.5 and 99.5 become 0 and 1) or z-score",
        options = {
          @Option(label = "min-max", value = "min-max"),
          @Option(label = "percentiles", value = "percentiles"),
          @Option(label = "z-score", value = "z-score")
        })
    String scaling() default "percentiles";

    @AttributeDefinition(
        description =
            "Distance between the voxels that the network looks at [mm]; samples of another are"
                + " brought there and what is said of them back; 0 for that of the samples",
        min = "0",
        max = "100")
    double spacing() default 0;

    @AttributeDefinition(
        description =
            "Largest side of what the network looks at in one go, except in training [voxels]",
        min = "8",
        max = "1024")
    int tile() default 128;

    @AttributeDefinition(
        description = "Least part of a tile that the next one shares [1]; 0 to 0.9",
        min = "0",
        max = "0.9")
    double overlap() default 0.25;

    @AttributeDefinition(
        description =
            "Whether the network looks at each tile's mirror image too, left for right, and the"
                + " mean is taken; twice the time")
    boolean flip() default false;
  }

  private final Backend backend;
  private final Options options;

  /**
   * Takes the options; loads nothing.
   *
   * @param config the options
   * @param backend computes
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public SkullStrip(Config config, @Reference Backend backend) {
    this.backend = backend;
    this.options = Options.of(config);
  }

  /** What the options mean. */
  record Options(
      UNetShape shape,
      Scaling scaling,
      double spacing,
      DistanceLoss loss,
      double threshold,
      Tiles tiles,
      boolean flip) {

    static Options of(Config config) {
      positive("limit", config.limit() > 0, config.limit());
      positive("band", config.band() >= 0, config.band());
      if (!(Math.abs(config.threshold()) < config.limit())) {
        throw new IllegalArgumentException(
            "threshold: needs less than the limit of "
                + config.limit()
                + " mm, got "
                + config.threshold());
      }
      UNetShape shape =
          new UNetShape(
              3,
              1,
              1,
              config.levels(),
              config.features(),
              config.widest(),
              config.convolutions(),
              Normalization.of("normalization", config.normalization()),
              config.slope());
      return new Options(
          shape,
          Scaling.of("scaling", config.scaling()),
          Respacing.spacing("spacing", config.spacing()),
          new DistanceLoss(config.limit(), config.band()),
          config.threshold(),
          new Tiles(shape, config.tile(), config.overlap()),
          config.flip());
    }

    private static void positive(String key, boolean fits, double value) {
      if (!fits) {
        throw new IllegalArgumentException(key + ": needs mm above 0, got " + value);
      }
    }
  }

  @Override
  public Network create(Setting setting) throws IOException {
    backend.start(setting.threads());
    return Stripper.create(options, setting.seed());
  }

  @Override
  public Network load(Setting setting, InputStream state) throws IOException {
    backend.start(setting.threads());
    return Stripper.load(options, state);
  }
}
