package org.variegate.randomizer.occluder;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Plugin;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.Draws;
import org.variegate.draws.Whole;
import org.variegate.render.Visibility;
import org.variegate.render.Visibility.Share;
import org.variegate.scene.Bounds;
import org.variegate.scene.Instance;
import org.variegate.scene.Model;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.shape.Volumes;

/** Puts things near the subject, as long as enough of it can be seen. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Occluder.Config.class, factory = true)
@Plugin(name = "occluder", needs = "SCENE", gives = "SCENE")
public final class Occluder implements Randomizer {
  /** Height of the picture of ids in which visibility is measured, in pixels. */
  private static final int HEIGHT = 64;

  /** How many, how large, where, and how much they may hide. */
  @ObjectClassDefinition(
      name = "occluder",
      description = "Puts solids near the subject or in front of it, which may hide part of it.")
  public @interface Config {

    /** How many there are. */
    @AttributeDefinition(
        description = "Occluders [count]; a distribution of whole numbers from 0 to 64")
    String count() default "integer(0, 4)";

    /** Which kinds there are. */
    @AttributeDefinition(
        description = "Any of box, sphere, cylinder, cone, torus, superquadric, blob; none for all")
    String[] shapes() default {};

    /** How large they are. */
    @AttributeDefinition(
        description = "Longest side [heights of the subject]; a distribution above 0")
    String size() default "loguniform(0.12, 0.6)";

    /** How many stand in between. */
    @AttributeDefinition(
        description =
            "Probability that one is put between camera and subject, rather than beside it [1]",
        min = "0",
        max = "1")
    double between() default 0.5;

    /** How much of the subject is seen. */
    @AttributeDefinition(
        description =
            "Least share of each subject's part within the picture that is seen [1]; 0 for no"
                + " bound",
        min = "0",
        max = "1")
    double minVisible() default 0.3;

    /** How often another place is tried. */
    @AttributeDefinition(
        description = "Places tried for each before it is left out [count]",
        min = "1",
        max = "1000")
    int tries() default 8;

    /** The picture's proportions. */
    @AttributeDefinition(description = "Width of the picture over its height [1]", min = "0.05")
    double aspect() default 1;
  }

  private final Whole count;
  private final Volumes volumes;
  private final Place place;
  private final double minVisible;
  private final int tries;
  private final int width;

  /** Reads the options. */
  @Activate
  public Occluder(Config config) {
    count = Whole.parse("count", config.count(), 0, 64);
    volumes = new Volumes("shapes", List.of(config.shapes()));
    place = new Place(config.size(), config.between());
    minVisible = config.minVisible();
    tries = config.tries();
    double aspect = config.aspect();
    if (!(minVisible >= 0 && minVisible <= 1)) {
      throw new IllegalArgumentException("minVisible: needs a share in [0, 1], got " + minVisible);
    }
    if (tries < 1) {
      throw new IllegalArgumentException("tries: needs at least 1, got " + tries);
    }
    if (!(aspect >= 0.05 && aspect <= 20)) {
      throw new IllegalArgumentException("aspect: needs 0.05 to 20, got " + aspect);
    }
    width = Math.max(1, (int) StrictMath.rint(HEIGHT * aspect));
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    int wanted = count.sample(draws);
    Scene scene = sample.get(Scene.SCENE);
    List<Seen> subjects =
        scene.instances().stream()
            .filter(i -> i.role() == Role.SUBJECT)
            .map(i -> new Seen(i, sample, scene))
            .toList();
    if (subjects.isEmpty()) {
      return;
    }
    Bounds box = scene.bounds(scene.subject().id(), sample.arena());
    for (int i = 0; i < wanted; i++) {
      put(sample, scene, subjects, box, draws.child("occluder", i));
    }
  }

  /** A subject, and how much of it is seen. */
  private final class Seen {
    private final Visibility visibility;

    Seen(Instance subject, Sample sample, Scene scene) {
      visibility =
          minVisible == 0
              ? null
              : new Visibility(scene, subject.id(), width, HEIGHT, sample.arena());
      if (visibility != null) {
        require(subject, visibility.share());
      }
    }

    private void require(Instance subject, Share share) {
      if (!(share.fraction() >= minVisible)) {
        throw new IllegalArgumentException(
            "minVisible: needs "
                + minVisible
                + " of "
                + subject.category()
                + " "
                + subject.id()
                + " to be seen, got "
                + share.visible()
                + " of "
                + share.unoccluded()
                + " pixels without any occluder");
      }
    }

    /** With a margin for what a picture of few pixels cannot tell: their borders. */
    boolean with(List<Instance> occluders) {
      if (visibility == null) {
        return true;
      }
      Share share = visibility.with(occluders);
      double needed = minVisible * share.unoccluded();
      return share.visible() >= needed + Math.sqrt(share.unoccluded())
          || share.visible() == share.unoccluded();
    }
  }

  private void put(Sample sample, Scene scene, List<Seen> subjects, Bounds box, Draws draws) {
    Model model = volumes.draw(draws);
    double size = place.size(draws);
    for (int i = 0; i < tries; i++) {
      Instance instance = place.of(sample, scene, box, model, size, draws.child("try", i));
      List<Instance> more = with(scene, instance);
      if (instance != null && subjects.stream().allMatch(seen -> seen.with(more))) {
        scene.add(instance);
        return;
      }
    }
  }

  private static List<Instance> with(Scene scene, Instance instance) {
    return Stream.concat(
            scene.instances().stream().filter(i -> i.role() == Role.OCCLUDER),
            Stream.ofNullable(instance))
        .toList();
  }
}
