package org.variegate.randomizer.pose;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.vecmath.Matrix4f;
import javax.vecmath.Vector3f;
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
import org.variegate.draws.NearestName;
import org.variegate.draws.Probability;
import org.variegate.draws.Weighted;
import org.variegate.scene.Course;
import org.variegate.scene.Instance;
import org.variegate.scene.Motion;
import org.variegate.scene.Pose;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;

/** Turns the subjects about the vertical and takes each into a pose out of one of its motions. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PoseRandomizer.Config.class, factory = true)
@Plugin(name = "pose", needs = "SCENE", gives = "SCENE")
public final class PoseRandomizer implements Randomizer {

  /** The options. */
  @ObjectClassDefinition(
      name = "pose",
      description = "Turns the subjects and takes each into a pose out of one of its motions.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "Motions from which poses are taken [name], such as walk or sit, case does not matter;"
                + " none for all that a model has")
    String[] motions() default {};

    @AttributeDefinition(
        description = "Probability that a model leaves its rest pose [1]; in [0, 1]",
        min = "0",
        max = "1")
    double probability() default 1;

    @AttributeDefinition(
        description = "Turn about the vertical, towards the model's left [degrees]; a distribution")
    String heading() default "uniform(-180, 180)";

    @AttributeDefinition(
        description =
            "How fast it goes on with its motion, compared with how it would [1]; a distribution;"
                + " below 0 backwards; empty for standing still")
    String pace() default "";

    @AttributeDefinition(description = "Whether distractors are turned and posed too")
    boolean distractors() default false;
  }

  private final Set<String> motions;
  private final double probability;
  private final Distribution heading;
  private final Distribution pace;
  private final boolean distractors;

  /**
   * Reads the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public PoseRandomizer(Config config) {
    motions =
        Stream.of(config.motions())
            .map(PoseRandomizer::lower)
            .collect(Collectors.toCollection(TreeSet::new));
    probability = Probability.require("probability", config.probability());
    heading = Distribution.parse("heading", config.heading());
    pace = config.pace().isBlank() ? null : Distribution.parse("pace", config.pace());
    distractors = config.distractors();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Scene scene = sample.get(Scene.SCENE);
    for (Instance instance : scene.instances()) {
      Role role = instance.role();
      if (role == Role.SUBJECT || distractors && role == Role.DISTRACTOR) {
        Draws own = draws.child("instance", instance.id());
        pose(sample, turned(instance, own.sample("heading", heading)), own);
      }
    }
  }

  private static Instance turned(Instance instance, double degrees) {
    double angle = StrictMath.toRadians(degrees);
    float s = (float) StrictMath.sin(angle);
    float c = (float) StrictMath.cos(angle);
    Matrix4f turn = new Matrix4f(c, 0, s, 0, 0, 1, 0, 0, -s, 0, c, 0, 0, 0, 0, 1);
    Matrix4f placement = new Matrix4f();
    placement.mul(turn, instance.placement());
    placement.setTranslation(place(instance));
    return instance.withPlacement(placement);
  }

  private static Vector3f place(Instance instance) {
    Matrix4f m = instance.placement();
    return new Vector3f(m.m03, m.m13, m.m23);
  }

  /** Poses an instance, if it can and shall move; its lowest point stays on its floor. */
  private void pose(Sample sample, Instance instance, Draws draws) {
    Scene scene = sample.get(Scene.SCENE);
    List<String> all = instance.model().motions().stream().map(Motion::name).toList();
    if (!motions.isEmpty()) {
      refuseSlips(instance, all);
    }
    List<String> names =
        all.stream()
            .filter(name -> motions.isEmpty() || motions.contains(lower(name)))
            .distinct()
            .toList();
    scene.replace(instance);
    if (names.isEmpty() || !draws.chance("moves", probability)) {
      return;
    }
    float floor = instance.role() == Role.SUBJECT ? 0 : lowest(sample, instance);
    double[] often = names.stream().mapToDouble(n -> motion(instance, n).frequency()).toArray();
    String name = draws.choose("motion", Weighted.of("motion", names, often));
    Instance posed = instance.withPose(begin(scene, instance, motion(instance, name), draws));
    scene.replace(posed);
    Vector3f place = place(posed);
    place.y += floor - lowest(sample, posed);
    Matrix4f placement = new Matrix4f(posed.placement());
    placement.setTranslation(place);
    scene.replace(posed.withPlacement(placement));
  }

  /** A name that the model lacks may be another's motion, unless it is nearly one of its own. */
  private void refuseSlips(Instance instance, List<String> all) {
    List<String> unnamed = all.stream().filter(name -> !motions.contains(lower(name))).toList();
    for (String name : motions) {
      if (all.stream().noneMatch(name::equalsIgnoreCase)) {
        NearestName.slip(name, unnamed)
            .ifPresent(
                meant -> {
                  throw new IllegalArgumentException(
                      "motions: "
                          + instance.category()
                          + " has no '"
                          + name
                          + "', did you mean '"
                          + meant
                          + "'?");
                });
      }
    }
  }

  /** The pose at the moment of the picture; the scene is told how it goes on, if it does. */
  private Pose begin(Scene scene, Instance instance, Motion motion, Draws draws) {
    if (pace == null) {
      return motion.pose(draws.child("pose"));
    }
    double speed = draws.sample("pace", pace);
    Course course = motion.course(draws.child("pose"));
    scene.moves(instance.id(), (now, seconds) -> now.withPose(course.at(speed * seconds)));
    return course.at(0);
  }

  private static Motion motion(Instance instance, String name) {
    return instance.model().motions().stream()
        .filter(motion -> motion.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static float lowest(Sample sample, Instance instance) {
    return sample.get(Scene.SCENE).bounds(instance.id(), sample.arena()).lower().y;
  }
}
