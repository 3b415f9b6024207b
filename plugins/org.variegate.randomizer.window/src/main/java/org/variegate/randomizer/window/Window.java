package org.variegate.randomizer.window;

import java.util.Arrays;
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
 * Shows a part of the sample in a fixed number of pixels: crop, zoom and stretch in one, with one
 * interpolation together with all other spatial stages.
 *
 * <p>The part has the shape that is asked for, and is the largest such one times {@code scale}. An
 * image that is reduced is blurred before, by half as many of its pixels as are left out between
 * two of those kept.
 */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Window.Config.class, factory = true)
@Plugin(name = "window", needs = "LABELS|IMAGE")
public final class Window implements Randomizer {
  private static final int MOST = 16384;

  /** The options. */
  @ObjectClassDefinition(
      name = "window",
      description = "Shows a random part of the sample in a fixed number of pixels.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "Width and height of the result, or one number for both [pixels]; 1 to 16384; slices of"
                + " a volume stay as many",
        min = "1",
        max = "16384")
    int[] size() default {224};

    @AttributeDefinition(
        description =
            "Length of the part shown, of the largest of its shape that fits [1]; a distribution in"
                + " [0.01, 100]; above 1, zeros surround the sample")
    String scale() default "uniform(0.6, 1)";

    @AttributeDefinition(
        description =
            "Width over height of the part shown, as a factor of that of the result [1]; a"
                + " distribution in [0.01, 100]")
    String aspect() default "loguniform(0.8, 1.25)";

    @AttributeDefinition(
        description =
            "Place of the part along both axes, from the low end, 0, to the high end, 1 [1]; a"
                + " distribution in [0, 1]")
    String position() default "uniform(0, 1)";
  }

  private final int[] size;
  private final Distribution scale;
  private final Distribution aspect;
  private final Distribution position;

  /**
   * Reads the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public Window(Config config) {
    int[] given = config.size();
    if (!((given.length == 1 || given.length == 2)
        && Arrays.stream(given).allMatch(n -> n >= 1 && n <= MOST))) {
      throw new IllegalArgumentException(
          "size: needs one or two numbers of pixels from 1 to "
              + MOST
              + ", got "
              + Arrays.toString(given));
    }
    size = new int[] {given[0], given[given.length - 1]};
    scale = Distribution.parse("scale", config.scale(), 0.01, 100);
    aspect = Distribution.parse("aspect", config.aspect(), 0.01, 100);
    position = Distribution.parse("position", config.position(), 0, 1);
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Grid grid = sample.grid();
    double zoom = draw(draws, "scale", scale, 0.01, 100);
    double stretch = Math.sqrt(draw(draws, "aspect", aspect, 0.01, 100));
    double[] places = draws.sample("position", position, 2);
    Span across = Span.of(grid, 0, size[0]);
    Span down = Span.of(grid, 1, size[1]);
    double wide = across.intervals() * stretch;
    double high = down.intervals() / stretch;
    double fit = zoom * Math.min(across.length() / wide, down.length() / high);
    Span x = across.part(fit * wide, places[0]);
    Span y = down.part(fit * high, places[1]);
    if (sample.has(Part.IMAGE) && (x.blur() > 0 || y.blur() > 0)) {
      new GaussianBlur(grid, x.blur(), y.blur(), 0).apply(sample.get(Part.IMAGE), sample.arena());
    }
    Affine voxels = Affine.of(x.step(), 0, 0, x.first(), 0, y.step(), 0, y.first(), 0, 0, 1, 0);
    sample.regrid(new Grid(size[0], size[1], grid.nz(), grid.toWorld().after(voxels)));
  }

  /** A draw that was set by hand may be anything. */
  private static double draw(
      Draws draws, String name, Distribution law, double lowest, double highest) {
    double value = draws.sample(name, law);
    if (!(value >= lowest && value <= highest)) {
      throw new IllegalArgumentException(
          name + ": needs a value in [" + lowest + ", " + highest + "], got " + value);
    }
    return value;
  }
}
