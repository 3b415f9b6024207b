package org.variegate.randomizer.texture;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
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
import org.variegate.draws.Probability;
import org.variegate.scene.Instance;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;

/** Gives things in the scene materials at random. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Texturing.Config.class, factory = true)
@Plugin(name = "texture", needs = "SCENE", gives = "SCENE")
public final class Texturing implements Randomizer {
  /** On what, which materials, and how they vary. */
  @ObjectClassDefinition(
      name = "texture",
      description = "Gives ground, walls, occluders, distractors or subjects random materials.")
  public @interface Config {

    /** What is given another material. */
    @AttributeDefinition(
        description =
            "surroundings (all but subjects), ground, walls, occluders, distractors, subject;"
                + " several may be named")
    String[] target() default {"surroundings"};

    /** The share that is. */
    @AttributeDefinition(
        description = "Probability that a thing is given a material [1]",
        min = "0",
        max = "1")
    double probability() default 1;

    /** Which materials there are. */
    @AttributeDefinition(
        description = "Names of materials and of families of materials; none for all")
    String[] materials() default {};

    /** Images. */
    @AttributeDefinition(
        description =
            "JPEG and PNG images that are materials too: files, folders or patterns; none for none")
    String[] images() default {};

    /** The share of images. */
    @AttributeDefinition(
        description = "Probability of an image where there are any [1]",
        min = "0",
        max = "1")
    double imageProbability() default 0.5;

    /** How large an image is. */
    @AttributeDefinition(description = "Side of an image on a thing [m]", min = "0.001")
    double imageSize() default 1;

    /** How many variants of a material there are. */
    @AttributeDefinition(
        description = "Variants of each material in the whole dataset [count]",
        min = "1",
        max = "1000000")
    int variants() default 4;

    /** The size of the pattern. */
    @AttributeDefinition(
        description = "Factor on a material's natural size [1]; a distribution above 0")
    String scale() default "loguniform(0.5, 2)";

    /** The rotation of the pattern. */
    @AttributeDefinition(
        description = "Rotation of the pattern on all but walls [degrees]; a distribution")
    String rotation() default "uniform(0, 360)";

    /** The rotation of the pattern on walls. */
    @AttributeDefinition(description = "Rotation of the pattern on walls [degrees]; a distribution")
    String wallRotation() default "0";

    /** Another colour. */
    @AttributeDefinition(
        description =
            "Logarithm of a factor on each of red, green and blue [1]; a distribution, drawn for"
                + " each")
    String tint() default "normal(0, 0.12)";

    /** Another roughness. */
    @AttributeDefinition(description = "Factor on roughness [1]; a distribution of at least 0")
    String roughness() default "uniform(0.7, 1.3)";

    /** Deeper or flatter. */
    @AttributeDefinition(description = "Factor on relief [1]; a distribution of at least 0")
    String relief() default "uniform(0.3, 1.2)";

    /** How much memory it may take. */
    @AttributeDefinition(
        description = "Memory for materials that are kept [MB]",
        min = "0",
        max = "100000")
    int cache() default 384;
  }

  private final Set<Role> targets;
  private final double probability;
  private final Finish finish;
  private final Textures textures;

  /** Reads the options. */
  @Activate
  public Texturing(Config config) {
    targets = Role.named("target", config.target());
    probability = Probability.require("probability", config.probability());
    finish = new Finish(config);
    textures = new Textures(config);
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Scene scene = sample.get(Scene.SCENE);
    Textures.Seeded seeded = textures.of(sample, draws);
    Map<Role, Integer> counts = new EnumMap<>(Role.class);
    for (Instance instance : scene.instances()) {
      Role role = instance.role();
      if (targets.contains(role)) {
        int place = counts.merge(role, 1, Integer::sum) - 1;
        Draws own = draws.child(Target.name(role), place);
        if (own.chance("textured", probability)) {
          scene.replace(Target.dressed(instance, finish.on(role, seeded.choose(own), own)));
        }
      }
    }
  }
}
