package org.variegate.model.registration;

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

/**
 * Brings the moving view of a pair onto the fixed one: by an affine map of both images, and by a
 * velocity field that a U-Net says, or that is fitted to the images where it sees structures.
 */
@Component(service = TaskModel.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Registration.Config.class, factory = true)
@Plugin(
    name = "registration",
    needs = {"IMAGE", "MOVING"})
public final class Registration implements TaskModel {

  /** The options. */
  @ObjectClassDefinition(
      name = "registration",
      description =
          "Brings the moving view of a pair onto the fixed one, by an affine map and a velocity field.")
  public @interface Config {
    @AttributeDefinition(
        description = "Of the views: 2 for planes, 3 for volumes",
        min = "2",
        max = "3")
    int dimensions() default 3;

    @AttributeDefinition(
        description =
            "What the network does: velocity, looks at both images and says the velocity; or"
                + " structures, says where targets are in each image, and a velocity is fitted to"
                + " the images there, and to the targets if overlap is asked for",
        options = {
          @Option(label = "velocity", value = "velocity"),
          @Option(label = "structures", value = "structures")
        })
    String method() default "velocity";

    @AttributeDefinition(
        description =
            "How the moving view is brought roughly onto the fixed one before, by the images alone:"
                + " not at all, by their middles, or by an affine map",
        options = {
          @Option(label = "affine", value = "affine"),
          @Option(label = "center", value = "center"),
          @Option(label = "none", value = "none")
        })
    String initialization() default "affine";

    @AttributeDefinition(
        description = "Steps in which a velocity is fitted, by structures; 0 or more",
        min = "0")
    int iterations() default 40;

    @AttributeDefinition(
        description =
            "What the images' local correlation weighs [1] where a velocity is fitted; 0 or more",
        min = "0")
    double correlation() default 1;

    @AttributeDefinition(
        description =
            "What the overlap of structures weighs [1] where a velocity is fitted; 0 or more",
        min = "0")
    double overlap() default 0;

    @AttributeDefinition(
        description =
            "What the images' local correlation counts where structures see no target [1], beside 1"
                + " where they do; 0 to 1, and 1 asks no network",
        min = "0",
        max = "1")
    double background() default 0;

    @AttributeDefinition(
        description =
            "Voxels of the views along each side of a voxel of the velocity field, and of the"
                + " blocks that the network looks at; 1, 2 or 4",
        min = "1",
        max = "4")
    int resolution() default 2;

    @AttributeDefinition(
        description = "Levels of the network, each half as fine as the one above it",
        min = "2",
        max = "10")
    int levels() default 4;

    @AttributeDefinition(
        description = "Channels of the network's first level; twice as many at each further",
        min = "1",
        max = "512")
    int features() default 32;

    @AttributeDefinition(description = "The most channels of a level", min = "1", max = "4096")
    int widest() default 64;

    @AttributeDefinition(
        description = "Convolutions at each level, on the way down and on the way up",
        min = "1",
        max = "8")
    int convolutions() default 1;

    @AttributeDefinition(
        description =
            "What follows each convolution: batch normalization, instance normalization (each"
                + " sample by itself), or none",
        options = {
          @Option(label = "instance", value = "instance"),
          @Option(label = "batch", value = "batch"),
          @Option(label = "none", value = "none")
        })
    String normalization() default "none";

    @AttributeDefinition(
        description = "Slope of the rectifier below 0 [1]; 0 to 1",
        min = "0",
        max = "1")
    double slope() default 0.2;

    @AttributeDefinition(
        description = "Squarings by which the velocity becomes a displacement; 0 to 12",
        min = "0",
        max = "12")
    int steps() default 5;

    @AttributeDefinition(
        description =
            "What the velocity's roughness weighs [1] against what is learned or fitted: soft Dice"
                + " by velocity, correlation and overlap by structures; 0 or more",
        min = "0")
    double regularization() default 1;

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
            "Distance between the voxels that the network looks at [mm]; views of another are"
                + " brought there and displacements back; 0 for that of the views",
        min = "0",
        max = "100")
    double spacing() default 0;
  }

  private final Backend backend;
  private final Settings options;

  /**
   * Takes the options; loads nothing.
   *
   * @param config the options
   * @param backend computes
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public Registration(Config config, @Reference Backend backend) {
    this.backend = backend;
    this.options = Settings.of(config);
  }

  @Override
  public Network create(Setting setting) throws IOException {
    backend.start(setting.threads());
    return Registrar.create(options, setting);
  }

  @Override
  public Network load(Setting setting, InputStream state) throws IOException {
    backend.start(setting.threads());
    return Registrar.load(options, state);
  }
}
