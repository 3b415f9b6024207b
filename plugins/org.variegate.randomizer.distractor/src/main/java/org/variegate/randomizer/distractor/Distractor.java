package org.variegate.randomizer.distractor;

import java.util.ArrayList;
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
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.draws.Whole;
import org.variegate.scene.Bounds;
import org.variegate.scene.Geometry;
import org.variegate.scene.Instance;
import org.variegate.scene.Model;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;

/** Puts things behind the subject and beside it. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Distractor.Config.class, factory = true)
@Plugin(name = "distractor", needs = "SCENE", gives = "SCENE")
public final class Distractor implements Randomizer {

  /** How many, how large, where. */
  @ObjectClassDefinition(
      name = "distractor",
      description = "Puts things behind and beside the subject, away from it and from each other.")
  public @interface Config {

    /** How many there are. */
    @AttributeDefinition(
        description = "Distractors [count]; a distribution of whole numbers from 0 to 256")
    String count() default "integer(0, 6)";

    /** Which kinds there are. */
    @AttributeDefinition(
        description = "Any of box, sphere, cylinder, cone, torus, superquadric, blob; none for all")
    String[] shapes() default {};

    /** Models of files. */
    @AttributeDefinition(
        description =
            "glTF files that are distractors too: files, folders or patterns; none for none")
    String[] models() default {};

    /** The share of models. */
    @AttributeDefinition(
        description = "Probability of a model where there are any [1]",
        min = "0",
        max = "1")
    double modelProbability() default 0.5;

    /** How much memory models may take. */
    @AttributeDefinition(
        description = "Memory for models that are kept [MB]",
        min = "0",
        max = "4096")
    int cache() default 100;

    /** How large they are. */
    @AttributeDefinition(
        description = "Longest side [heights of the subject]; a distribution above 0")
    String size() default "loguniform(0.2, 2)";

    /** How far away they are. */
    @AttributeDefinition(
        description =
            "Distance from the subject's box to that of the distractor [heights of the subject]; a"
                + " distribution of at least 0")
    String distance() default "loguniform(0.3, 6)";

    /** How far aside they are. */
    @AttributeDefinition(
        description =
            "Direction from the subject, from straight behind it as the camera sees it [degrees];"
                + " a distribution")
    String azimuth() default "uniform(-110, 110)";

    /** How often another place is tried. */
    @AttributeDefinition(
        description = "Places tried for each before it is left out [count]",
        min = "1",
        max = "1000")
    int tries() default 8;
  }

  private final Whole count;
  private final Things things;
  private final Distribution size;
  private final Plan plan;
  private final int tries;

  /** Reads the options. */
  @Activate
  public Distractor(Config config) {
    count = Whole.parse("count", config.count(), 0, 256);
    things = new Things(config);
    size = Distribution.positive("size", config.size());
    plan = new Plan(config.distance(), config.azimuth());
    tries = config.tries();
    if (tries < 1) {
      throw new IllegalArgumentException("tries: needs at least 1, got " + tries);
    }
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    int wanted = count.sample(draws);
    Scene scene = sample.get(Scene.SCENE);
    Bounds subject = null;
    List<Bounds> taken = new ArrayList<>();
    for (Instance instance : scene.instances()) {
      if (instance.role() != Role.GROUND && instance.role() != Role.SURROUNDING) {
        taken.add(scene.bounds(instance.id(), sample.arena()));
        boolean first = subject == null && instance.role() == Role.SUBJECT;
        subject = first ? taken.get(taken.size() - 1) : subject;
      }
    }
    if (subject == null) {
      return;
    }
    for (int i = 0; i < wanted; i++) {
      put(scene, subject, taken, draws.child("distractor", i), sample);
    }
  }

  private void put(Scene scene, Bounds subject, List<Bounds> taken, Draws draws, Sample sample) {
    Model model = things.draw(sample, draws);
    double metres = Math.max(1e-3, draws.sample("size", size) * subject.height());
    for (int i = 0; i < tries; i++) {
      Instance instance =
          new Instance(scene.nextId(), "distractor", Role.DISTRACTOR, model)
              .withPlacement(
                  plan.place(scene.camera().eye(), subject, model, metres, draws.child("try", i)));
      Bounds bounds =
          Geometry.of(model, instance.pose(), sample.arena()).bounds(instance.placement());
      if (Plan.free(bounds, taken, scene.camera().eye())) {
        scene.add(instance);
        taken.add(bounds);
        return;
      }
    }
  }
}
