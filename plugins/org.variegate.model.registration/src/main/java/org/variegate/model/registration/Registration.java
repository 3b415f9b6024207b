package org.variegate.model.registration;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
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
import org.variegate.unet.Scaling;
import org.variegate.unet.UNetShape;
import org.variegate.unet.UNetShape.Normalization;

/** Brings the moving view of a pair onto the fixed one, by a velocity field that a U-Net says. */
@Component(service = TaskModel.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Registration.Config.class, factory = true)
@Plugin(
    name = "registration",
    needs = {"IMAGE", "MOVING"})
public final class Registration implements TaskModel {

  /** The options. */
  @ObjectClassDefinition(
      name = "registration",
      description = "Brings the moving view of a pair onto the fixed one, by a velocity field.")
  public @interface Config {
    @AttributeDefinition(
        description = "Of the views: 2 for planes, 3 for volumes",
        min = "2",
        max = "3")
    int dimensions() default 3;

    @AttributeDefinition(
        description =
            "What the network does: velocity, looks at both images and says the velocity; or"
                + " structures, says where targets are in each image, to which a velocity is fitted",
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
        description = "Steps in which structures are fitted to each other; 0 or more",
        min = "0")
    int iterations() default 40;

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
        description = "What the velocity's roughness weighs against soft Dice [1]; 0 or more",
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
  private final Options options;

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
    this.options = Options.of(config);
  }

  /** What the options mean. */
  record Options(
      boolean structures,
      Initialization initialization,
      UNetShape shape,
      int resolution,
      int steps,
      int iterations,
      double lambda,
      Scaling scaling,
      double spacing) {

    Options {
      if (resolution != 1 && resolution != 2 && resolution != 4) {
        throw new IllegalArgumentException("resolution: needs 1, 2 or 4, got " + resolution);
      }
      if (!(steps >= 0 && steps <= 12)) {
        throw new IllegalArgumentException("steps: needs 0 to 12, got " + steps);
      }
      if (!(iterations >= 0)) {
        throw new IllegalArgumentException("iterations: needs 0 or more, got " + iterations);
      }
      if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("regularization: needs 0 or more, got " + lambda);
      }
      if (!(spacing >= 0 && spacing <= 100)) {
        throw new IllegalArgumentException("spacing: needs 0 to 100 mm, got " + spacing);
      }
    }

    static Options of(Config config) {
      return new Options(
          structures(config.method()),
          Initialization.of("initialization", config.initialization()),
          shape(config),
          config.resolution(),
          config.steps(),
          config.iterations(),
          config.regularization(),
          Scaling.of("scaling", config.scaling()),
          config.spacing());
    }

    private static boolean structures(String method) {
      if (!method.equals("velocity") && !method.equals("structures")) {
        throw new IllegalArgumentException("method: needs velocity or structures, got " + method);
      }
      return method.equals("structures");
    }

    private static UNetShape shape(Config config) {
      return new UNetShape(
          config.dimensions(),
          1,
          1,
          config.levels(),
          config.features(),
          config.widest(),
          config.convolutions(),
          Normalization.of("normalization", config.normalization()),
          config.slope());
    }

    private UNetShape shape(int images, int outputs) {
      int plane = resolution * resolution;
      return new UNetShape(
          shape.dimensions(),
          images * (shape.dimensions() == 2 ? plane : plane * resolution),
          outputs,
          shape.levels(),
          shape.features(),
          shape.widest(),
          shape.convolutions(),
          shape.normalization(),
          shape.slope());
    }

    /** Of a network that looks at both images. */
    UNetShape velocityShape() {
      return shape(2, shape.dimensions());
    }

    /** Of a network that looks at one image. */
    UNetShape structureShape(int targets) {
      return shape(1, targets);
    }

    Views views() {
      return new Views(scaling, spacing, initialization);
    }

    /** The blocks of a view. */
    Blocks blocks(Size size) {
      if (shape.dimensions() == 3 && size.nz() == 1) {
        throw new IllegalArgumentException("dimensions: needs 2 for planes, got 3");
      }
      if (shape.dimensions() == 2 && size.nz() > 1) {
        throw new IllegalArgumentException("dimensions: needs 3 for volumes, got 2");
      }
      return Blocks.of(size, resolution, shape.multiple());
    }

    /** Refuses views to learn from that are not of these blocks. */
    void requireFit(Size size, Blocks blocks) {
      if (!size.equals(blocks.fine())) {
        throw new IllegalArgumentException(
            "batch: needs samples of one size, got " + blocks.fine() + " and " + size);
      }
      if (!blocks.whole().equals(size)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a network of %d levels on blocks of %d voxels learns from multiples of %d voxels,"
                    + " got %d x %d x %d",
                shape.levels(),
                resolution,
                resolution * shape.multiple(),
                size.nx(),
                size.ny(),
                size.nz()));
      }
    }

    /** The displacement in voxels, [3, nz, ny, nx], to which a velocity in blocks leads. */
    float[] displacement(Blocks blocks, float[] velocity) {
      float[] field = new float[3 * blocks.whole().voxels()];
      new Refinement(blocks.coarse(), blocks.whole())
          .forward(new Exponential(blocks.coarse(), steps).forward(velocity), field);
      return blocks.cut(field);
    }
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
