package org.variegate.source.shapes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.draws.Noise;

/**
 * Makes label maps without data: one channel of smooth noise for each label, each warped by a
 * smooth displacement of its own, and at each voxel the label of the largest. Source: Hoffmann et
 * al. 2022, "SynthMorph: learning contrast-invariant registration without acquired images", section
 * III-B.
 */
@Component(service = Source.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Shapes.Config.class, factory = true)
@Plugin(name = "shapes", gives = "LABELS")
public final class Shapes implements Source {
  private static final double NODES_PER_SCALE = 3;

  /** 1 GB of noise. */
  private static final double MOST_VALUES = 1 << 28;

  /** The options. */
  @ObjectClassDefinition(
      name = "shapes",
      description = "Makes label maps of random shapes from smooth noise alone.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "Voxels along x, y and z [voxels]; two or three numbers, each 1 to 1024; two, or a third of 1, for a plane")
    int[] size() default {160, 160, 160};

    @AttributeDefinition(
        description = "Distance between voxels [mm]; 0.01 to 50",
        min = "0.01",
        max = "50")
    double spacing() default 1;

    @AttributeDefinition(
        description =
            "How many labels there are [1]; a distribution of whole numbers from 1 to 256")
    String labels() default "integer(16, 26)";

    @AttributeDefinition(description = "Scales of the noise [mm]; each above 0")
    double[] scales() default {32, 64};

    @AttributeDefinition(
        description =
            "Standard deviation of the noise of each scale [1]; a distribution of values of at least 0")
    String deviation() default "uniform(0, 1)";

    @AttributeDefinition(description = "Scales of the warps [mm]; each above 0")
    double[] warpScales() default {16, 32, 64};

    @AttributeDefinition(
        description =
            "Standard deviation of the displacement of each scale along each axis [mm]; a distribution of values in [0, 1000]")
    String warp() default "uniform(0, 16)";
  }

  private final Grid grid;
  private final int step;
  private final Legend legend;
  private final Distribution labels;
  private final double[] scales;
  private final Distribution deviation;
  private final double[] warpScales;
  private final Distribution warp;

  /**
   * A source of shapes.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public Shapes(Config config) {
    grid = grid(config.size(), config.spacing());
    labels = Distribution.parse("labels", config.labels(), 1, LabelMap.BYTES);
    legend = legend((int) labels.upper());
    scales = scales("scales", config.scales());
    deviation = Distribution.parse("deviation", config.deviation(), 0);
    warpScales = scales("warpScales", config.warpScales());
    warp = Distribution.parse("warp", config.warp(), 0, 1000);
    double finest = Math.min(Arrays.stream(scales).min().orElseThrow(), smallest(warpScales));
    step = (int) Math.max(1, Math.rint(finest / NODES_PER_SCALE / config.spacing()));
    checkSizes();
  }

  /** Noise of fine scales over a large grid is more than a worker can hold. */
  private void checkSizes() {
    checkSize("scales", scales, 1);
    checkSize("warpScales", warpScales, axes());
    double channels = legend.size() * Channels.nodes(grid, step);
    if (!(channels <= MOST_VALUES)) {
      throw new IllegalArgumentException(
          "scales: needs coarser ones, or fewer labels, for "
              + grid
              + ", got "
              + Arrays.toString(scales));
    }
  }

  private void checkSize(String key, double[] mm, int components) {
    for (double scale : mm) {
      if (!(Octave.size(extent(), scale, components) <= MOST_VALUES)) {
        throw new IllegalArgumentException(
            key + ": needs coarser ones for " + grid + ", got " + Arrays.toString(mm));
      }
    }
  }

  private int axes() {
    return grid.nz() == 1 ? 2 : 3;
  }

  private static double smallest(double[] scales) {
    return Arrays.stream(scales).min().orElse(Double.POSITIVE_INFINITY);
  }

  private static Grid grid(int[] size, double spacing) {
    boolean count = size.length == 2 || size.length == 3;
    if (!count || !Arrays.stream(size).allMatch(n -> n >= 1 && n <= 1024)) {
      throw new IllegalArgumentException(
          "size: needs two or three numbers of voxels from 1 to 1024, got "
              + Arrays.toString(size));
    }
    if (!(spacing >= 0.01 && spacing <= 50)) {
      throw new IllegalArgumentException("spacing: needs mm in [0.01, 50], got " + spacing);
    }
    return Grid.centred(size[0], size[1], size.length == 2 ? 1 : size[2], spacing);
  }

  private static double[] scales(String key, double[] scales) {
    if (key.equals("scales") && scales.length == 0) {
      throw new IllegalArgumentException("scales: needs at least one scale in mm, got none");
    }
    if (!Arrays.stream(scales).allMatch(scale -> scale >= 0.1 && scale <= 1e5)) {
      throw new IllegalArgumentException(
          key + ": needs mm in [0.1, 100000], got " + Arrays.toString(scales));
    }
    return scales.clone();
  }

  private static Legend legend(int size) {
    List<Label> entries = new ArrayList<>();
    entries.add(new Label(0, "background", "background", 0, 0));
    for (int id = 1; id < size; id++) {
      entries.add(new Label(id, "shape " + id, "shape " + id, id, id));
    }
    return new Legend(entries);
  }

  @Override
  public void open(Sample sample, Draws draws) {
    int count = count(draws.sample("labels", labels));
    double[] strength = draws.sample("deviation", deviation, scales.length);
    double[] reach = draws.sample("warp", warp, warpScales.length);
    Octave[] noise = octaves(scales, 1);
    Octave[] bends = octaves(warpScales, axes());
    Noise field = draws.noise("noise");
    Noise displacement = draws.noise("displacement");
    Channels channels = new Channels(grid, step, count);
    for (int label = 0; label < count; label++) {
      draw(noise, field, label, strength);
      draw(bends, displacement, label, reach);
      channels.fill(label, new Warped(noise, bends));
    }
    byte[] places = sample.arena().bytes(grid.size());
    channels.winners(places);
    sample.put(Part.LABELS, LabelMap.of(grid, legend, places));
  }

  private int count(double drawn) {
    if (!(drawn >= 1 && drawn < legend.size() + 1)) {
      throw new IllegalArgumentException(
          "labels: needs 1 to " + legend.size() + " of them, got " + drawn);
    }
    return (int) drawn;
  }

  private Octave[] octaves(double[] mm, int components) {
    double[] extent = extent();
    Octave[] octaves = new Octave[mm.length];
    for (int i = 0; i < mm.length; i++) {
      octaves[i] = new Octave(extent, mm[i], components);
    }
    return octaves;
  }

  private double[] extent() {
    double[] extent = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      extent[axis] = (grid.length(axis) - 1) * grid.spacing(axis);
    }
    return extent;
  }

  private static void draw(Octave[] octaves, Noise noise, int label, double[] deviations) {
    for (int i = 0; i < octaves.length; i++) {
      octaves[i].draw(noise, (long) label * octaves.length + i, deviations[i]);
    }
  }

  /** Noise seen through a warp. */
  private static final class Warped implements Channels.Channel {
    private final Octave[] noise;
    private final Octave[] bends;
    private final double[] shift = new double[3];
    private final double[] value = new double[1];

    Warped(Octave[] noise, Octave[] bends) {
      this.noise = noise;
      this.bends = bends;
    }

    @Override
    public double at(double x, double y, double z) {
      Arrays.fill(shift, 0);
      for (Octave bend : bends) {
        bend.add(x, y, z, shift);
      }
      value[0] = 0;
      for (Octave octave : noise) {
        octave.add(x + shift[0], y + shift[1], z + shift[2], value);
      }
      return value[0];
    }
  }
}
