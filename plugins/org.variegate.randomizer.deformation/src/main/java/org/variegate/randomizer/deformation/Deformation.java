package org.variegate.randomizer.deformation;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Plugin;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.raster.ControlGrid;
import org.variegate.raster.VelocityField;

/**
 * Deforms the sample: a point x of the result shows what was at A exp(v)(x), with a random affine
 * map A about the middle of the grid and the flow exp(v) of a random stationary velocity field v,
 * N(0, s^2) for each component at the nodes of a coarse grid (Billot et al. 2023, "SynthSeg", whose
 * ranges are the defaults).
 */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Deformation.Config.class, factory = true)
@Plugin(name = "deformation", needs = "LABELS|IMAGE")
public final class Deformation implements Randomizer {

  /** How strong the deformation is. */
  @ObjectClassDefinition(
      name = "deformation",
      description = "Turns, scales, shears and warps the sample smoothly.")
  public @interface Config {

    /** The turn. */
    @AttributeDefinition(
        description = "Rotation about each axis of the grid [degrees]; a distribution")
    String rotation() default "uniform(-15, 15)";

    /** The scaling. */
    @AttributeDefinition(
        description =
            "Factor along each axis of the grid by which the window onto the subject grows, so that"
                + " the subject shrinks [1]; a distribution of at least 0.05")
    String scaling() default "uniform(0.8, 1.2)";

    /** The shear. */
    @AttributeDefinition(
        description = "Each of the six shears between two axes [1]; a distribution in [-0.3, 0.3]")
    String shear() default "uniform(-0.012, 0.012)";

    /** The translation. */
    @AttributeDefinition(
        description = "Shift of the subject along each axis of the grid [mm]; a distribution")
    String translation() default "0";

    /** The strength of the warp. */
    @AttributeDefinition(
        description =
            "Standard deviation of each component of the velocity at the nodes [mm]; a distribution"
                + " of at least 0")
    String deviation() default "uniform(0, 4)";

    /** The smoothness of the warp. */
    @AttributeDefinition(
        description =
            "Distance between the nodes of the velocity field [mm]; a distribution above 0, at"
                + " least a voxel")
    String spacing() default "25.6";
  }

  private static final double SMALLEST_SPACING = 1e-6;

  private final AffineDistributions affine;
  private final Distribution deviation;
  private final Distribution spacing;

  /** Reads the options. */
  @Activate
  public Deformation(Config config) {
    this(
        AffineDistributions.of(
            config.rotation(), config.scaling(), config.shear(), config.translation()),
        Distribution.parse("deviation", config.deviation(), 0),
        Distribution.parse("spacing", config.spacing(), SMALLEST_SPACING));
  }

  Deformation(AffineDistributions affine, Distribution deviation, Distribution spacing) {
    this.affine = affine;
    this.deviation = deviation;
    this.spacing = spacing;
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Grid grid = sample.grid();
    Affine outer = affine.draw(grid, draws);
    if (!outer.equals(Affine.IDENTITY)) {
      sample.move(outer);
    }
    double strength = draws.sample("deviation", deviation);
    double distance = draws.sample("spacing", spacing);
    if (!(strength >= 0)) {
      throw new IllegalArgumentException("deviation: needs at least 0 mm, got " + strength);
    }
    if (strength > 0) {
      sample.move(flow(grid, distance, strength, draws));
    }
  }

  private static VelocityField flow(Grid grid, double distance, double strength, Draws draws) {
    for (int axis = 0; axis < 3; axis++) {
      if (grid.length(axis) > 1 && !(distance >= grid.spacing(axis))) {
        throw new IllegalArgumentException(
            "spacing: needs at least one voxel of " + grid + ", got " + distance + " mm");
      }
    }
    Grid nodes = ControlGrid.over(grid, distance);
    return VelocityField.gaussian(nodes, strength, draws.noise("velocity"));
  }
}
