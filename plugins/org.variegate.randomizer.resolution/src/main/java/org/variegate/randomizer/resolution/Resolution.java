package org.variegate.randomizer.resolution;

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
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.raster.LowResolution;
import org.variegate.raster.ReceiverNoise;

/**
 * Makes the image look as if it had been acquired at a lower resolution, in thick slices or in
 * coarse voxels, and been interpolated linearly to the grid it is on (Billot et al. 2023,
 * "SynthSeg", whose ranges are the defaults). All channels share the resolution; noise is their
 * own.
 */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Resolution.Config.class, factory = true)
@Plugin(name = "resolution", needs = "IMAGE", gives = "IMAGE")
public final class Resolution implements Randomizer {

  /** Which resolution, and how the scanner sees. */
  @ObjectClassDefinition(
      name = "resolution",
      description = "Simulates acquisition at a lower resolution.")
  public @interface Config {

    /** How often nothing changes. */
    @AttributeDefinition(
        description = "Probability that the resolution stays that of the grid [1]",
        min = "0",
        max = "1")
    double keep() default 0.05;

    /** How often all axes change. */
    @AttributeDefinition(
        description =
            "Probability, where the resolution changes, that it does so along every axis and not"
                + " along one [1]",
        min = "0",
        max = "1")
    double everyAxis() default 0.1;

    /** The resolution along one axis. */
    @AttributeDefinition(
        description = "Distance between slices along one random axis [mm]; a distribution above 0")
    String slices() default "uniform(1, 8)";

    /** The resolution along every axis. */
    @AttributeDefinition(
        description =
            "Distance between samples for each axis by itself [mm]; a distribution above 0")
    String voxels() default "uniform(1, 4)";

    /** The thickness of slices. */
    @AttributeDefinition(
        description =
            "Thickness of a slice, from 0, the grid's voxel, to 1, the distance between slices [1];"
                + " a distribution in [0, 1]")
    String thickness() default "uniform(0, 1)";

    /** The shape of the point spread function. */
    @AttributeDefinition(
        description = "Slice profile [name]: gaussian, or boxcar, the mean over the thickness",
        options = {
          @Option(label = "gaussian", value = "gaussian"),
          @Option(label = "boxcar", value = "boxcar")
        })
    String profile() default "gaussian";

    /** The width of a Gaussian profile. */
    @AttributeDefinition(
        description =
            "Standard deviation of the gaussian profile in thicknesses of the slice [1]; two thirds"
                + " of it along axes whose resolution stays; a distribution of at least 0")
    String sigma() default "uniform(0.72816, 0.7725)";

    /** The strength of noise. */
    @AttributeDefinition(
        description =
            "Standard deviation of the noise at the low resolution [unit of the image]; a"
                + " distribution of at least 0")
    String noise() default "0";

    /** The law of noise. */
    @AttributeDefinition(
        description =
            "How noise comes in [name]: gaussian is added; rician (one coil) and noncentral-chi"
                + " (several) are that of magnitude images",
        options = {
          @Option(label = "gaussian", value = "gaussian"),
          @Option(label = "rician", value = "rician"),
          @Option(label = "noncentral-chi", value = "noncentral-chi")
        })
    String law() default "gaussian";

    /** The number of coils. */
    @AttributeDefinition(
        description = "Receiver coils of noncentral-chi noise [count]",
        min = "1",
        max = "64")
    int coils() default 4;
  }

  private final Sampling sampling;
  private final Distribution noise;
  private final int components;

  /** Reads the options. */
  @Activate
  public Resolution(Config config) {
    sampling = Sampling.of(config);
    noise = Distribution.parse("noise", config.noise(), 0);
    components = ReceiverNoise.components(config.law(), config.coils());
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Raster image = sample.get(Part.IMAGE);
    Grid grid = image.grid();
    LowResolution low = sampling.draw(grid, draws);
    double deviation = draws.sample("noise", noise);
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException("noise: needs a number of at least 0, got " + deviation);
    }
    float[] values = image.values();
    for (int c = 0; c < image.channels(); c++) {
      ReceiverNoise receiver =
          new ReceiverNoise(deviation, components, draws.child("channel", c).noise("field"));
      LowResolution.Acquisition acquisition =
          (all, from, count) -> {
            if (deviation > 0) {
              receiver.apply(all, from, count, 0);
            }
          };
      low.apply(values, c * grid.size(), acquisition, sample.arena());
    }
  }
}
