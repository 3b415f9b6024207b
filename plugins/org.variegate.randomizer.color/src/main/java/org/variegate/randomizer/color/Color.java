package org.variegate.randomizer.color;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
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
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;

/** Changes hue, saturation and brightness of things. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Color.Config.class, factory = true)
@Plugin(name = "color", needs = "SCENE", gives = "SCENE")
public final class Color implements Randomizer {

  /** The options. */
  @ObjectClassDefinition(
      name = "color",
      description = "Changes hue, saturation and brightness of things in linear light.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "surroundings (all but subjects), ground, walls, occluders, distractors, subject;"
                + " several may be named")
    String[] target() default {"surroundings", "subject"};

    @AttributeDefinition(
        description = "How far hue turns, from red towards green [degrees]; a distribution")
    String hue() default "normal(0, 8)";

    @AttributeDefinition(description = "Factor of saturation [1]; a distribution of at least 0")
    String saturation() default "lognormal(0, 0.2)";

    @AttributeDefinition(description = "Factor of brightness [1]; a distribution of at least 0")
    String brightness() default "lognormal(0, 0.2)";
  }

  private final Set<Role> targets;
  private final Distribution hue;
  private final Distribution saturation;
  private final Distribution brightness;

  /**
   * Reads the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public Color(Config config) {
    targets = Role.named("target", config.target());
    hue = Distribution.parse("hue", config.hue());
    saturation = Distribution.parse("saturation", config.saturation(), 0);
    brightness = Distribution.parse("brightness", config.brightness(), 0);
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Scene scene = sample.get(Scene.SCENE);
    Map<Role, Integer> counts = new EnumMap<>(Role.class);
    for (Instance instance : scene.instances()) {
      Role role = instance.role();
      if (targets.contains(role)) {
        int place = counts.merge(role, 1, Integer::sum) - 1;
        scene.replace(changed(instance, draws.child(role.name().toLowerCase(Locale.ROOT), place)));
      }
    }
  }

  private Instance changed(Instance instance, Draws draws) {
    Shift shift =
        new Shift(
            StrictMath.toRadians(draws.sample("hue", hue)),
            factor(draws, "saturation", saturation),
            factor(draws, "brightness", brightness));
    Rgb vertices = mean(instance.model().mesh());
    List<Material> materials =
        instance.materials().stream().map(material -> shift.of(material, vertices)).toList();
    return instance.withMaterials(materials);
  }

  /** Beyond a thousandfold all is black or white anyway. */
  private static double factor(Draws draws, String name, Distribution law) {
    return Math.max(0, Math.min(1000, draws.sample(name, law)));
  }

  private static Rgb mean(Mesh mesh) {
    float[] colors = mesh.colors();
    if (colors == null || mesh.vertices() == 0) {
      return Rgb.WHITE;
    }
    double[] sum = new double[3];
    for (int i = 0; i < 3 * mesh.vertices(); i += 3) {
      sum[0] += colors[i];
      sum[1] += colors[i + 1];
      sum[2] += colors[i + 2];
    }
    int n = mesh.vertices();
    return new Rgb((float) (sum[0] / n), (float) (sum[1] / n), (float) (sum[2] / n));
  }
}
