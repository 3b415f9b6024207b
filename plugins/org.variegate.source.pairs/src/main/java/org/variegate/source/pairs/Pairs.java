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
            "Annotations of the views that differ [name], such as labelmap for two heads: the moving"
                + " view is drawn anew until they do")
    String[] unlike() default {};

    @AttributeDefinition(
        description =
            "Whether the true displacement from the fixed view to the moving one is kept; both must"
                + " show one subject")
    boolean displacement() default false;
  }

  private static final int MOST = 100;

  private final Source fixed;
  private final Source moving;
  private final Set<String> same;
  private final Set<String> unlike;
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
    unlike = new LinkedHashSet<>(List.of(config.unlike()));
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
    fixed.open(sample, here);
    Sample other = other(sample, here, draws, both);
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

  /** The moving view, of the first draws by which it is unlike the fixed one. */
  private Sample other(Sample sample, ViewDraws here, Draws draws, Draws both) {
    for (int again = 0; again < MOST; again++) {
      Draws own = again == 0 ? draws.child("moving") : draws.child("again", again);
      ViewDraws there = new ViewDraws(own, both, same);
      Sample other = sample.beside();
      moving.open(other, there);
      requireAsked(here, there);
      if (differ(sample, other)) {
        return other;
      }
    }
    throw new IllegalArgumentException(
        "unlike: needs views whose " + unlike + " can differ, got " + MOST + " that do not");
  }

  private boolean differ(Sample sample, Sample other) {
    for (String name : unlike) {
      if (!sample.annotations().containsKey(name)) {
        throw new IllegalArgumentException(
            "unlike: needs what views annotate, "
                + sample.annotations().keySet()
                + ", got "
                + name);
      }
      if (sample.annotations().get(name).equals(other.annotations().get(name))) {
        return false;
      }
    }
    return true;
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
