package org.variegate.model.registration;

import java.util.Locale;
import org.variegate.model.registration.affine.Initialization;
import org.variegate.model.registration.field.Blocks;
import org.variegate.model.registration.field.Exponential;
import org.variegate.model.registration.field.Refinement;
import org.variegate.model.registration.field.Size;
import org.variegate.raster.Respacing;
import org.variegate.unet.Scaling;
import org.variegate.unet.UNetShape;
import org.variegate.unet.UNetShape.Normalization;

/** What the options mean. */
record Settings(
    boolean structures,
    Initialization initialization,
    UNetShape shape,
    int resolution,
    int steps,
    int iterations,
    double correlation,
    double overlap,
    double background,
    double lambda,
    Scaling scaling,
    double spacing) {

  Settings {
    if (resolution != 1 && resolution != 2 && resolution != 4) {
      throw new IllegalArgumentException("resolution: needs 1, 2 or 4, got " + resolution);
    }
    if (!(steps >= 0 && steps <= 12)) {
      throw new IllegalArgumentException("steps: needs 0 to 12, got " + steps);
    }
    if (!(iterations >= 0)) {
      throw new IllegalArgumentException("iterations: needs 0 or more, got " + iterations);
    }
    requireWeight("correlation", correlation);
    requireWeight("overlap", overlap);
    requireWeight("regularization", lambda);
    if (structures && iterations > 0 && !(correlation > 0 || overlap > 0)) {
      throw new IllegalArgumentException(
          "correlation: needs more than 0 where overlap is 0, got 0");
    }
    if (!(background >= 0 && background <= 1)) {
      throw new IllegalArgumentException("background: needs 0 to 1, got " + background);
    }
  }

  private static void requireWeight(String key, double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(key + ": needs 0 or more, got " + weight);
    }
  }

  static Settings of(Registration.Config config) {
    return new Settings(
        structures(config.method()),
        Initialization.of("initialization", config.initialization()),
        shape(config),
        config.resolution(),
        config.steps(),
        config.iterations(),
        config.correlation(),
        config.overlap(),
        config.background(),
        config.regularization(),
        Scaling.of("scaling", config.scaling()),
        Respacing.spacing("spacing", config.spacing()));
  }

  private static boolean structures(String method) {
    if (!method.equals("velocity") && !method.equals("structures")) {
      throw new IllegalArgumentException("method: needs velocity or structures, got " + method);
    }
    return method.equals("structures");
  }

  private static UNetShape shape(Registration.Config config) {
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
              "batch: needs multiples of %d voxels, for %d levels on blocks of %d, got %d x %d x %d",
              resolution * shape.multiple(),
              shape.levels(),
              resolution,
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
