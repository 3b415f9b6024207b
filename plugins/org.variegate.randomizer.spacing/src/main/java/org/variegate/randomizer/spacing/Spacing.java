package org.variegate.randomizer.spacing;

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
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.raster.GaussianBlur;

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
  private static final double WHOLE = 1e-6;

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
    Grid grid = sample.grid();
    int[] counts = new int[3];
    double[] steps = new double[3];
    double[] blurs = new double[3];
    boolean blurred = false;
    for (int axis = 0; axis < 3; axis++) {
      int n = grid.length(axis);
      steps[axis] = n == 1 ? 1 : mm / grid.spacing(axis);
      counts[axis] = n == 1 ? 1 : (int) Math.max(1, Math.ceil(n / steps[axis] - WHOLE));
      blurs[axis] = grid.spacing(axis) * Math.max(0, (steps[axis] - 1) / 2);
      blurred |= blurs[axis] > 0;
    }
    if (blurred && sample.has(Part.IMAGE)) {
      new GaussianBlur(grid, blurs).apply(sample.get(Part.IMAGE), sample.arena());
    }
    sample.regrid(on(grid, counts, steps));
  }

  /** Centred on the same point. */
  private static Grid on(Grid grid, int[] counts, double[] steps) {
    double[] first = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      first[axis] = (grid.length(axis) - 1 - (counts[axis] - 1) * steps[axis]) / 2;
    }
    Affine voxels =
        Affine.of(steps[0], 0, 0, first[0], 0, steps[1], 0, first[1], 0, 0, steps[2], first[2]);
    return new Grid(counts[0], counts[1], counts[2], grid.toWorld().after(voxels));
  }
}
