package org.variegate.source.phantom;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Targets;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;

/** Makes the label map of a head that does not exist, from implicit surfaces and random folds. */
@Component(service = Source.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Phantom.Config.class, factory = true)
@Plugin(name = "phantom", gives = "LABELS")
public final class Phantom implements Source {
  private static final double[] CENTRE = {0, -6, -17};
  private static final List<Tube> STRUCTURES = Structures.all();

  /** The options. */
  @ObjectClassDefinition(
      name = "phantom",
      description = "Makes the label map of a procedural head of some twenty tissues.")
  public @interface Config {
    @AttributeDefinition(
        description = "Voxels along x, y and z [voxels]; three numbers, each 8 to 1024")
    int[] size() default {160, 160, 160};

    @AttributeDefinition(description = "Distance between voxels [mm]; above 0", min = "0.1")
    double spacing() default 1.5;

    @AttributeDefinition(
        description =
            "Size of the head, by axis, over the standard's [1]; a distribution of values in [0.7, 1.4]")
    String head() default "truncated(1, 0.05, 0.86, 1.14)";

    @AttributeDefinition(
        description =
            "Bend of the head at 100 mm from its middle, by coefficient [mm]; a distribution of values in [-10, 10]")
    String bend() default "truncated(0, 2.5, -6, 6)";

    @AttributeDefinition(
        description = "Thickness of the cortex [mm]; a distribution of values in [1, 6]")
    String cortex() default "truncated(2.7, 0.3, 2, 3.6)";

    @AttributeDefinition(
        description =
            "Distance between neighbouring sulci [mm]; a distribution of values in [6, 40]")
    String gyri() default "uniform(11, 15)";

    @AttributeDefinition(
        description = "Width of a sulcus where it opens [mm]; a distribution of values in [0, 6]")
    String sulci() default "uniform(1, 3)";

    @AttributeDefinition(
        description = "Depth of the sulci [mm]; a distribution of values in [2, 30]")
    String depth() default "uniform(12, 18)";

    @AttributeDefinition(
        description =
            "Radii of the ventricles over the standard's [1]; a distribution of values in [0.5, 2.5]")
    String ventricles() default "loguniform(0.75, 1.4)";

    @AttributeDefinition(
        description =
            "Radii of each grey nucleus over the standard's [1]; a distribution of values in [0.5, 2]")
    String nuclei() default "truncated(1, 0.06, 0.8, 1.2)";

    @AttributeDefinition(
        description =
            "Displacement of each grey nucleus along each axis [mm]; a distribution of values in [-5, 5]")
    String shift() default "truncated(0, 0.7, -2, 2)";

    @AttributeDefinition(
        description = "Thickness of the skull [mm]; a distribution of values in [2, 20]")
    String skull() default "uniform(5, 9)";

    @AttributeDefinition(
        description =
            "Thickness of skin and fat over the skull [mm]; a distribution of values in [2, 20]")
    String scalp() default "uniform(4, 8)";
  }

  private final Grid grid;
  private final Distribution head;
  private final Distribution bend;
  private final Distribution cortex;
  private final Distribution gyri;
  private final Distribution sulci;
  private final Distribution depth;
  private final Distribution ventricles;
  private final Distribution nuclei;
  private final Distribution shift;
  private final Distribution skull;
  private final Distribution scalp;

  /**
   * A source of heads.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public Phantom(Config config) {
    grid = grid(config.size(), config.spacing());
    head = Distribution.parse("head", config.head(), 0.7, 1.4);
    bend = Distribution.parse("bend", config.bend(), -10, 10);
    cortex = Distribution.parse("cortex", config.cortex(), 1, 6);
    gyri = Distribution.parse("gyri", config.gyri(), 6, 40);
    sulci = Distribution.parse("sulci", config.sulci(), 0, 6);
    depth = Distribution.parse("depth", config.depth(), 2, 30);
    ventricles = Distribution.parse("ventricles", config.ventricles(), 0.5, 2.5);
    nuclei = Distribution.parse("nuclei", config.nuclei(), 0.5, 2);
    shift = Distribution.parse("shift", config.shift(), -5, 5);
    skull = Distribution.parse("skull", config.skull(), 2, 20);
    scalp = Distribution.parse("scalp", config.scalp(), 2, 20);
  }

  private static Grid grid(int[] size, double spacing) {
    if (size.length != 3 || !Arrays.stream(size).allMatch(n -> n >= 8 && n <= 1024)) {
      throw new IllegalArgumentException(
          "size: needs three numbers of voxels from 8 to 1024, got " + Arrays.toString(size));
    }
    if (!(spacing >= 0.1 && spacing <= 50)) {
      throw new IllegalArgumentException("spacing: needs mm in [0.1, 50], got " + spacing);
    }
    Grid centred = Grid.centred(size[0], size[1], size[2], spacing);
    Affine middle = Affine.translation(CENTRE[0], CENTRE[1], CENTRE[2]);
    return new Grid(size[0], size[1], size[2], middle.after(centred.toWorld()));
  }

  @Override
  public Map<String, Object> facts() {
    return Targets.facts(Tissue.LEGEND);
  }

  @Override
  public void open(Sample sample, Draws draws) {
    Traits traits = traits(draws);
    byte[] places = sample.arena().bytes(grid.size());
    new Layers(grid, traits, new Ripples(draws.noise("folds"))).paint(places);
    for (Tube tube : STRUCTURES) {
      traits.place(tube).paint(grid, traits.frame(), places);
    }
    sample.put(Part.LABELS, LabelMap.of(grid, Tissue.LEGEND, places));
  }

  /** What tells the head of these draws from others. */
  Traits traits(Draws draws) {
    Frame frame = new Frame(draws.sample("head", head, 3), draws.sample("bend", bend, Frame.TERMS));
    double mm = 1 / frame.size();
    return new Traits(
        frame,
        mm * draws.sample("cortex", cortex),
        mm * draws.sample("gyri", gyri),
        mm * draws.sample("sulci", sulci) / 2,
        mm * draws.sample("depth", depth),
        mm * draws.sample("skull", skull),
        mm * draws.sample("scalp", scalp),
        sizes(draws),
        shifts(draws));
  }

  private double[] sizes(Draws draws) {
    double[] sizes = draws.sample("nuclei", nuclei, Tissue.values().length);
    double hollow = draws.sample("ventricles", ventricles);
    for (Tissue tissue : Tissue.values()) {
      if (tissue.isVentricle()) {
        sizes[tissue.ordinal()] = hollow;
      } else if (!tissue.isNucleus()) {
        sizes[tissue.ordinal()] = 1;
      }
    }
    return sizes;
  }

  private double[] shifts(Draws draws) {
    double[] shifts = draws.sample("shift", shift, 3 * Tissue.values().length);
    for (Tissue tissue : Tissue.values()) {
      if (!tissue.isNucleus()) {
        Arrays.fill(shifts, 3 * tissue.ordinal(), 3 * tissue.ordinal() + 3, 0);
      }
    }
    return shifts;
  }
}
