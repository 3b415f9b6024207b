package org.variegate.randomizer.scale;

import javax.vecmath.Matrix4f;
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
import org.variegate.scene.Role;
import org.variegate.scene.Scene;

/** Makes the subjects larger or smaller, taller or longer, wider or narrower. */
@Component(service = Randomizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Scale.Config.class, factory = true)
@Plugin(name = "scale", needs = "SCENE", gives = "SCENE")
public final class Scale implements Randomizer {
  private static final double SMALLEST = 0.01;
  private static final double LARGEST = 100;

  /** The options. */
  @ObjectClassDefinition(
      name = "scale",
      description = "Makes the subjects larger or smaller, taller or longer, wider or narrower.")
  public @interface Config {
    @AttributeDefinition(
        description = "Factor of the size [1]; a distribution of values from 0.01 to 100")
    String factor() default "truncated(1, 0.15, 0.6, 1.5)";

    @AttributeDefinition(
        description =
            "Factor of the ratio of height to length, at the same area of the side [1]; a"
                + " distribution of values from 0.01 to 100")
    String aspect() default "1";

    @AttributeDefinition(
        description = "Factor of the width alone [1]; a distribution of values from 0.01 to 100")
    String width() default "1";
  }

  private final Distribution factor;
  private final Distribution aspect;
  private final Distribution width;

  /**
   * Reads the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public Scale(Config config) {
    factor = Distribution.parse("factor", config.factor(), SMALLEST, LARGEST);
    aspect = Distribution.parse("aspect", config.aspect(), SMALLEST, LARGEST);
    width = Distribution.parse("width", config.width(), SMALLEST, LARGEST);
  }

  @Override
  public void randomize(Sample sample, Draws draws) {
    Scene scene = sample.get(Scene.SCENE);
    for (Instance instance : scene.instances()) {
      if (instance.role() == Role.SUBJECT) {
        scale(sample, instance, draws.child("instance", instance.id()));
      }
    }
  }

  /** Scales along the model's own axes; the lowest point keeps its height. */
  private void scale(Sample sample, Instance instance, Draws draws) {
    Scene scene = sample.get(Scene.SCENE);
    float size = (float) draws.sample("factor", factor);
    float root = (float) Math.sqrt(draws.sample("aspect", aspect));
    float wide = (float) draws.sample("width", width);
    float floor = lowest(sample, instance);
    Matrix4f own = new Matrix4f();
    own.m00 = size * wide;
    own.m11 = size * root;
    own.m22 = size / root;
    own.m33 = 1;
    Matrix4f placement = new Matrix4f();
    placement.mul(instance.placement(), own);
    scene.replace(instance.withPlacement(placement));
    placement.m13 += floor - lowest(sample, instance);
    scene.replace(instance.withPlacement(placement));
  }

  private static float lowest(Sample sample, Instance instance) {
    return sample.get(Scene.SCENE).bounds(instance.id(), sample.arena()).lower().y;
  }
}
