package org.variegate.source.mix;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;

/** Opens each sample with one of several pipelines, drawn by ratio. */
@Component(service = Source.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Mix.Config.class, factory = true)
@Plugin(name = "mix")
public final class Mix implements Source {

  /** The options. */
  @ObjectClassDefinition(
      name = "mix",
      description = "Opens each sample with one of several pipelines, by ratio.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "How often each pipeline is taken, in their order [1]; numbers of at least 0, not all 0;"
                + " none for all alike")
    double[] ratio() default {};
  }

  private final List<Source> sources;
  private final Distribution which;

  /**
   * A source of sources.
   *
   * @param sources the inner pipelines, in their order
   * @param config the options
   * @throws IllegalArgumentException if there is not one ratio for each pipeline
   */
  @Activate
  public Mix(
      @Reference(name = "sources", cardinality = ReferenceCardinality.AT_LEAST_ONE)
          List<Source> sources,
      Config config) {
    this.sources = List.copyOf(sources);
    this.which = Distribution.parse("ratio", mixture(config.ratio(), sources.size()));
  }

  /** The law of the index of a pipeline. */
  private static String mixture(double[] ratio, int count) {
    boolean valid = Arrays.stream(ratio).allMatch(r -> r >= 0 && r <= Double.MAX_VALUE);
    if (!valid || ratio.length > 0 && !(Arrays.stream(ratio).sum() > 0)) {
      throw new IllegalArgumentException(
          "ratio: needs numbers of at least 0, not all 0, got " + Arrays.toString(ratio));
    }
    if (ratio.length != 0 && ratio.length != count) {
      throw new IllegalArgumentException(
          "ratio: needs one number for each of the " + count + " pipelines, got " + ratio.length);
    }
    StringJoiner parts = new StringJoiner(", ", "mixture(", ")");
    for (int i = 0; i < count; i++) {
      parts.add((ratio.length == 0 ? 1 : ratio[i]) + ": " + i);
    }
    return parts.toString();
  }

  @Override
  public void open(Sample sample, Draws draws) {
    double drawn = draws.sample("source", which);
    int index = (int) drawn;
    if (!(drawn == index && index >= 0 && index < sources.size())) {
      throw new IllegalArgumentException(
          "source: needs an index from 0 to " + (sources.size() - 1) + ", got " + drawn);
    }
    sources.get(index).open(sample, draws.child("sources", index));
  }
}
