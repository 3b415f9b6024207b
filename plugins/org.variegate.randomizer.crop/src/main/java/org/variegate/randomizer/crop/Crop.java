package org.variegate.randomizer.crop;

import java.util.Arrays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Plugin;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;

/**
 * Shows a window of the sample, by default at any place with the same probability. Where the window
 * is larger than the sample, background and zeros surround it. Nothing is interpolated.
 */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Crop.Config.class, factory = true)
@Plugin(name = "crop", needs = "LABELS|IMAGE")
public final class Crop implements Randomizer {

  /** How large the window is, and where. */
  @ObjectClassDefinition(name = "crop", description = "Shows a random window of the sample.")
  public @interface Config {

    /** The window in voxels. */
    @AttributeDefinition(
        description =
            "Voxels of the window along the three axes of the grid, or one number for all [1];"
                + " axes of one voxel stay as they are",
        min = "1")
    int[] size() default {160};

    /** The window in mm. */
    @AttributeDefinition(
        description = "Lengths of the window in place of its voxels, three or one for all [mm]",
        required = false)
    double[] extent() default {};

    /** The place. */
    @AttributeDefinition(
        description =
            "Place of the window along each axis, from the low end, 0, to the high end, 1 [1]; a"
                + " distribution in [0, 1]")
    String position() default "uniform(0, 1)";
  }

  private final int[] size;
  private final double[] extent;
  private final Distribution position;

  /** Reads the options. */
  @Activate
  public Crop(Config config) {
    this(config.size(), config.extent(), Distribution.parse("position", config.position(), 0, 1));
  }

  Crop(int[] size, double[] extent, Distribution position) {
    if (!((size.length == 1 || size.length == 3) && Arrays.stream(size).allMatch(n -> n > 0))) {
      throw new IllegalArgumentException(
          "size: needs one or three numbers of voxels above 0, got " + Arrays.toString(size));
    }
    if (!(extent.length == 0 || extent.length == 1 || extent.length == 3)
        || !Arrays.stream(extent).allMatch(length -> length > 0 && Double.isFinite(length))) {
      throw new IllegalArgumentException(
          "extent: needs one or three lengths above 0 mm, got " + Arrays.toString(extent));
    }
    this.size = size.clone();
    this.extent = extent.clone();
    this.position = position;
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Grid grid = sample.grid();
    double[] places = draws.sample("position", position, 3);
    int[] length = new int[3];
    int[] first = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      length[axis] = length(grid, axis);
      first[axis] = first(grid.length(axis) - length[axis], places[axis]);
    }
    sample.regrid(grid.crop(first[0], first[1], first[2], length[0], length[1], length[2]));
  }

  private int length(Grid grid, int axis) {
    if (grid.length(axis) == 1) {
      return 1;
    }
    if (extent.length == 0) {
      return size[size.length == 1 ? 0 : axis];
    }
    double voxels = extent[extent.length == 1 ? 0 : axis] / grid.spacing(axis);
    return (int) Math.max(1, Math.rint(voxels));
  }

  /** The first voxel, of all that leave window and grid one within the other. */
  private static int first(int slack, double place) {
    if (!(place >= 0 && place <= 1)) {
      throw new IllegalArgumentException("position: needs a number in [0, 1], got " + place);
    }
    int places = Math.abs(slack) + 1;
    return Math.min(slack, 0) + (int) Math.min(places - 1, Math.floor(place * places));
  }
}
