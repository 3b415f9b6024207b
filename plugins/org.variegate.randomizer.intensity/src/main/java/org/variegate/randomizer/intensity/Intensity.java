package org.variegate.randomizer.intensity;

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
import org.variegate.api.volume.Contrast;
import org.variegate.api.volume.Legend;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;

/**
 * Draws what each tissue looks like: a mean and a standard deviation of intensity, after Billot et
 * al. 2023, "SynthSeg", and on request regions of different mean within a tissue (Zalevskyi et al.
 * 2024, "FetalSynthSeg"), smooth texture, and mixing at boundaries.
 *
 * <p>A tissue's draws are named by the tissue, not by its number: a legend with one class more
 * leaves all others as they were, and so does a swap of left and right.
 */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Intensity.Config.class, factory = true)
@Plugin(name = "intensity", needs = "LABELS", gives = "CONTRAST")
public final class Intensity implements Randomizer {

  /** What the tissues' intensities are drawn from. */
  @ObjectClassDefinition(
      name = "intensity",
      description = "Draws a mean and a standard deviation of intensity for each tissue.")
  public @interface Config {

    /** Prior of each tissue's mean. */
    @AttributeDefinition(description = "Mean of each tissue [intensity]; a distribution")
    String mean() default "uniform(0, 250)";

    /** Prior of each tissue's standard deviation. */
    @AttributeDefinition(
        description =
            "Standard deviation within each tissue [intensity]; a distribution of at least 0")
    String deviation() default "uniform(0, 30)";

    /** Priors of single tissues. */
    @AttributeDefinition(
        description =
            "Priors of single tissues [intensity], each 'tissue: mean; deviation' with two"
                + " distributions, or 'tissue: mean'")
    String[] tissues() default {};

    /** How often the background is 0. */
    @AttributeDefinition(
        description =
            "Probability that the background's tissue is 0 throughout [1]; not if 'tissues' names"
                + " it",
        min = "0",
        max = "1")
    double zeroBackground() default 0.05;

    /** How often the background is dark. */
    @AttributeDefinition(
        description = "Probability that the background's tissue is dark [1]; else it is ordinary",
        min = "0",
        max = "1")
    double darkBackground() default 0.25;

    /** Prior of a dark background's mean. */
    @AttributeDefinition(description = "Mean of a dark background [intensity]; a distribution")
    String darkMean() default "uniform(0, 15)";

    /** Prior of a dark background's standard deviation. */
    @AttributeDefinition(
        description =
            "Standard deviation of a dark background [intensity]; a distribution of at least 0")
    String darkDeviation() default "uniform(0, 5)";

    /** Number of regions within a tissue. */
    @AttributeDefinition(
        description =
            "Clusters within each tissue but the background's, regions of different mean [count];"
                + " a distribution of 1 to 8, rounded to whole numbers")
    String clusters() default "1";

    /** What a cluster's mean differs by. */
    @AttributeDefinition(
        description =
            "What each of several clusters adds to its tissue's mean [intensity]; a distribution")
    String clusterOffset() default "normal(0, 15)";

    /** Width of a region. */
    @AttributeDefinition(
        description = "Width of a cluster's regions [mm]; a distribution of at least 1")
    String clusterWidth() default "uniform(15, 45)";

    /** Width of the smoothing of the texture. */
    @AttributeDefinition(
        description =
            "Full width at half maximum of the smoothing of the variation within tissues, at an"
                + " unchanged standard deviation [mm]; a distribution of at least 0")
    String texture() default "0";

    /** Width of the mixing at boundaries. */
    @AttributeDefinition(
        description =
            "Full width at half maximum of the mixing of tissues at their boundaries [mm]; a"
                + " distribution of at least 0")
    String partialVolume() default "0";
  }

  private final Priors priors;
  private final ClusterDraws clusters;
  private final Distribution texture;
  private final Distribution partialVolume;

  /** Reads the distributions. */
  @Activate
  public Intensity(Config config) {
    priors =
        new Priors(
            Prior.parse("mean", config.mean(), "deviation", config.deviation()),
            Background.of(config),
            config.tissues());
    clusters =
        new ClusterDraws(
            Distribution.parse("clusters", config.clusters(), 1, ClusterDraws.MOST),
            Distribution.parse("clusterOffset", config.clusterOffset()),
            Distribution.parse("clusterWidth", config.clusterWidth(), 1));
    texture = Distribution.parse("texture", config.texture(), 0);
    partialVolume = Distribution.parse("partialVolume", config.partialVolume(), 0);
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Legend legend = sample.get(Part.LABELS).legend();
    TissueDraws tissues = new TissueDraws(legend, draws);
    float[] mean = new float[legend.tissues().size()];
    float[] deviation = new float[mean.length];
    priors.draw(tissues, mean, deviation);
    Contrast contrast =
        new Contrast(
            "1",
            legend,
            tissues.byPlace(mean),
            tissues.byPlace(deviation),
            clusters.draw(tissues),
            draws.sample("texture", texture),
            draws.sample("partialVolume", partialVolume));
    sample.put(Part.CONTRAST, contrast);
  }
}
