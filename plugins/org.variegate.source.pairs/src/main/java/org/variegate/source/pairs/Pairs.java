package org.variegate.source.pairs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.draws.Draws;
import org.variegate.draws.RepeatedDraws;

/**
 * Opens each sample with two views, each by a pipeline with draws of its own: of one subject if the
 * stages that pick it draw the same in both.
 */
@Component(service = Source.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Pairs.Config.class, factory = true)
@Plugin(name = "pairs", gives = "MOVING")
public final class Pairs implements Source {

  /** The options. */
  @ObjectClassDefinition(
      name = "pairs",
      description = "Opens each sample with two views, each by a pipeline with draws of its own.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "Stages that draw the same in both views [name]: the views' source, for one subject; a"
                + " crop or a flip, for one window")
    String[] same() default {};

    @AttributeDefinition(
        description =
            "Whether the true displacement from the fixed view to the moving one is kept; both must"
                + " show one subject")
    boolean displacement() default false;
  }

  private final Source fixed;
  private final Source moving;
  private final Set<String> same;
  private final boolean displacement;

  /**
   * A source of pairs.
   *
   * @param views the pipeline of the fixed view and that of the moving one, or one for both
   * @param config the options
   * @throws IllegalArgumentException if there are more views, or a displacement is wanted of views
   *     that share nothing
   */
  @Activate
  public Pairs(
      @Reference(name = "views", cardinality = ReferenceCardinality.AT_LEAST_ONE)
          List<Source> views,
      Config config) {
    if (!(views.size() == 1 || views.size() == 2)) {
      throw new IllegalArgumentException(
          "views: needs one pipeline for both views or one for each, got " + views.size());
    }
    fixed = views.get(0);
    moving = views.get(views.size() - 1);
    same = new LinkedHashSet<>(List.of(config.same()));
    displacement = config.displacement();
    if (displacement && same.isEmpty()) {
      throw new IllegalArgumentException(
          "displacement: needs views of one subject, whose source is named in same, got none");
    }
  }

  @Override
  public void open(Sample sample, Draws draws) {
    Draws both = new RepeatedDraws(draws.child("both"));
    ViewDraws here = new ViewDraws(draws.child("fixed"), both, same);
    ViewDraws there = new ViewDraws(draws.child("moving"), both, same);
    Sample other = sample.beside();
    fixed.open(sample, here);
    moving.open(other, there);
    requireAsked(here, there);
    sample.put(Part.MOVING, other);
    if (!other.annotations().isEmpty()) {
      sample.annotate("moving", other.annotations());
    }
    if (displacement) {
      requireOneSubject(sample, other);
      sample.put(
          Part.DISPLACEMENT, new Displacement(sample.map(), other.map()).field(sample.arena()));
    }
  }

  private void requireAsked(ViewDraws here, ViewDraws there) {
    for (String name : same) {
      if (!here.asked().contains(name) || !there.asked().contains(name)) {
        throw new IllegalArgumentException(
            "same: needs stages of both views, got " + name + ", which is none of one");
      }
    }
  }

  private static void requireOneSubject(Sample sample, Sample other) {
    if (!sample.map().source().equals(other.map().source())) {
      throw new IllegalArgumentException(
          "displacement: needs views of one subject, got one on "
              + sample.map().source()
              + " and one on "
              + other.map().source());
    }
  }
}
