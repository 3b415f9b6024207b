package org.variegate.randomizer.flip;

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
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.draws.Draws;
import org.variegate.draws.Probability;

/**
 * Mirrors the sample along the axis of its grid that is closest to left and right, or to another
 * direction, and swaps left and right labels by their partners in the legend, so that the left
 * hippocampus stays on the left.
 *
 * <p>Labels are swapped by exchanging entries of the legend: no voxel is touched.
 */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Flip.Config.class, factory = true)
@Plugin(name = "flip", needs = "LABELS|IMAGE")
public final class Flip implements Randomizer {

  /** How often, and along what. */
  @ObjectClassDefinition(name = "flip", description = "Mirrors the sample, swapping its sides.")
  public @interface Config {

    /** How often. */
    @AttributeDefinition(description = "Probability [1]", min = "0", max = "1")
    double probability() default 0.5;

    /** Along what. */
    @AttributeDefinition(
        description = "What changes sides [name]; labels are swapped for left-right alone",
        options = {
          @Option(label = "left-right", value = "left-right"),
          @Option(label = "front-back", value = "front-back"),
          @Option(label = "up-down", value = "up-down")
        })
    String direction() default "left-right";
  }

  private final double probability;

  /** The world's axis, RAS+. */
  private final int axis;

  /** Reads the options. */
  @Activate
  public Flip(Config config) {
    this(config.probability(), axis(config.direction()));
  }

  Flip(double probability, int axis) {
    this.probability = Probability.require("probability", probability);
    this.axis = axis;
  }

  private static int axis(String direction) {
    return switch (direction) {
      case "left-right" -> 0;
      case "front-back" -> 1;
      case "up-down" -> 2;
      default ->
          throw new IllegalArgumentException(
              "direction: needs left-right, front-back or up-down, got " + direction);
    };
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    if (!draws.chance("applied", probability)) {
      return;
    }
    sample.move(mirror(sample.grid()));
    if (axis == 0 && sample.has(Part.LABELS)) {
      sample.replace(Part.LABELS, Flip::swapped);
    }
  }

  /** The mirror image about the middle of the grid, which takes voxels to voxels. */
  private Affine mirror(Grid grid) {
    int along = closest(grid);
    double[] sign = {1, 1, 1};
    double[] shift = new double[3];
    sign[along] = -1;
    shift[along] = grid.length(along) - 1;
    Affine voxels =
        Affine.of(sign[0], 0, 0, shift[0], 0, sign[1], 0, shift[1], 0, 0, sign[2], shift[2]);
    return grid.toWorld().after(voxels).after(grid.toWorld().inverse());
  }

  private int closest(Grid grid) {
    int closest = 0;
    double best = -1;
    for (int i = 0; i < 3; i++) {
      double along = Math.abs(grid.toWorld().get(axis, i)) / grid.spacing(i);
      if (along > best + 1e-9) {
        best = along;
        closest = i;
      }
    }
    return closest;
  }

  private static LabelMap swapped(LabelMap labels) {
    Legend legend = labels.legend().mirrored();
    return labels.inBytes()
        ? LabelMap.of(labels.grid(), legend, labels.bytes())
        : LabelMap.of(labels.grid(), legend, labels.shorts());
  }
}
