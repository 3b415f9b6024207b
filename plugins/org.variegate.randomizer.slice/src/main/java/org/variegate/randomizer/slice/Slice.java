package org.variegate.randomizer.slice;

import java.util.Arrays;
import java.util.List;
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

/**
 * Shows a slice of a volume as a plane, or a slab of some slices, across an axis that is drawn. The
 * grid's own slices are taken: nothing is interpolated for it.
 */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Slice.Config.class, factory = true)
@Plugin(name = "slice", needs = "LABELS|IMAGE")
public final class Slice implements Randomizer {

  /** The options. */
  @ObjectClassDefinition(name = "slice", description = "Shows a slice or a slab of a volume.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "Which slices are taken, each kind as often: any of sagittal, coronal and axial; by the"
                + " grid's axis that is closest to left-right, front-back or up-down")
    String[] planes() default {"axial"};

    @AttributeDefinition(
        description =
            "Place of the slices along that axis, from the low end, 0, to the high end, 1 [1]; a"
                + " distribution in [0, 1]")
    String position() default "uniform(0.1, 0.9)";

    @AttributeDefinition(
        description = "Neighbouring slices of a slab, 1 for a plane [voxels]; 1 to 4096",
        min = "1",
        max = "4096")
    int thickness() default 1;
  }

  private static final List<String> PLANES = List.of("sagittal", "coronal", "axial");

  private final List<String> planes;
  private final Distribution position;
  private final int thickness;

  /**
   * Reads the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public Slice(Config config) {
    planes = List.of(config.planes());
    if (planes.isEmpty()
        || !PLANES.containsAll(planes)
        || planes.stream().distinct().count() < planes.size()) {
      throw new IllegalArgumentException(
          "planes: needs sagittal, coronal or axial, each once, got "
              + Arrays.toString(config.planes()));
    }
    position = Distribution.parse("position", config.position(), 0, 1);
    thickness = config.thickness();
    if (!(thickness >= 1 && thickness <= 4096)) {
      throw new IllegalArgumentException("thickness: needs 1 to 4096 voxels, got " + thickness);
    }
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Grid grid = sample.grid();
    int across = closest(grid, PLANES.indexOf(draws.choose("plane", planes)));
    double place = draws.sample("position", position);
    if (!(place >= 0 && place <= 1)) {
      throw new IllegalArgumentException("position: needs a number in [0, 1], got " + place);
    }
    int i = across == 0 ? 1 : 0;
    int j = across == 2 ? 1 : 2;
    double[] rows = new double[12];
    rows[4 * i] = 1;
    rows[4 * j + 1] = 1;
    rows[4 * across + 2] = 1;
    rows[4 * across + 3] = first(grid.length(across) - thickness, place);
    Affine voxels = Affine.of(rows);
    sample.regrid(
        new Grid(grid.length(i), grid.length(j), thickness, grid.toWorld().after(voxels)));
  }

  /** The first slice, of all that leave slab and grid one within the other. */
  private static int first(int slack, double place) {
    int places = Math.abs(slack) + 1;
    return Math.min(slack, 0) + (int) Math.min(places - 1, Math.floor(place * places));
  }

  /** The grid's axis that is closest to one of the world's. */
  private static int closest(Grid grid, int axis) {
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
}
