package org.variegate.model.segmentation;

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

/** Says of which target each voxel is, by a U-Net in two or three dimensions. */
@Component(service = TaskModel.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Segmentation.Config.class, factory = true)
@Plugin(name = "segmentation", needs = "IMAGE")
public final class Segmentation implements TaskModel {

  /** The options. */
  @ObjectClassDefinition(
      name = "segmentation",
      description = "Says of which target each voxel is, by a U-Net.")
  public @interface Config {
    @AttributeDefinition(
        description = "Of the network: 2 for planes, or volumes plane by plane; 3 for volumes",
        min = "2",
        max = "3")
    int dimensions() default 3;

    @AttributeDefinition(description = "Channels of the image", min = "1", max = "64")
    int channels() default 1;

    @AttributeDefinition(
        description = "Levels of the network, each half as fine as the one above it",
        min = "2",
        max = "10")
    int levels() default 4;

    @AttributeDefinition(
        description = "Channels of the network's first level; twice as many at each further",
        min = "1",
        max = "512")
    int features() default 16;

    @AttributeDefinition(description = "The most channels of a level", min = "1", max = "4096")
    int widest() default 256;

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
    double slope() default 0.01;

    @AttributeDefinition(
        description =
            "What is learned by: ce-dice, cross-entropy plus soft Dice; schedule, logits in the"
                + " first steps and soft Dice then, as SynthSeg",
        options = {
          @Option(label = "ce-dice", value = "ce-dice"),
          @Option(label = "schedule", value = "schedule")
        })
    String loss() default "ce-dice";

    @AttributeDefinition(description = "The first steps of schedule [steps]", min = "0")
    int warmup() default 500;

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
            "Largest side of what the network looks at in one go, except in training" + " [voxels]",
        min = "8",
        max = "1024")
    int tile() default 96;

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
  public Segmentation(Config config, @Reference Backend backend) {
    this.backend = backend;
    this.options = Options.of(config);
  }

  /** What the options mean. */
  record Options(
      UNetShape shape,
      Scaling scaling,
      double spacing,
      boolean schedule,
      int warmup,
      Tiles tiles,
      boolean flip) {

    static Options of(Config config) {
      UNetShape shape = shape(config);
      if (!(config.warmup() >= 0)) {
        throw new IllegalArgumentException("warmup: needs at least 0, got " + config.warmup());
      }
      return new Options(
          shape,
          Scaling.of("scaling", config.scaling()),
          Respacing.spacing("spacing", config.spacing()),
          oneOf("loss", config.loss(), "ce-dice", "schedule"),
          config.warmup(),
          new Tiles(shape, config.tile(), config.overlap()),
          config.flip());
    }

    private static UNetShape shape(Config config) {
      return new UNetShape(
          config.dimensions(),
          config.channels(),
          1, // until the classes are known
          config.levels(),
          config.features(),
          config.widest(),
          config.convolutions(),
          Normalization.of("normalization", config.normalization()),
          config.slope());
    }

    /** Whether it is the second. */
    private static boolean oneOf(String key, String value, String first, String second) {
      if (!value.equals(first) && !value.equals(second)) {
        throw new IllegalArgumentException(
            key + ": needs " + first + " or " + second + ", got " + value);
      }
      return value.equals(second);
    }
  }

  @Override
  public Network create(Setting setting) throws IOException {
    Classes classes = Classes.toLearn(setting.facts());
    backend.start(setting.threads());
    return Segmenter.create(options, classes, setting.seed());
  }

  @Override
  public Network load(Setting setting, InputStream state) throws IOException {
    backend.start(setting.threads());
    return Segmenter.load(options, Classes.told(setting.facts()), state);
  }
}
