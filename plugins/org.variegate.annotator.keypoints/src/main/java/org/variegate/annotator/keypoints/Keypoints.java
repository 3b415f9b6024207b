package org.variegate.annotator.keypoints;

import java.util.Map;
import java.util.TreeMap;
import javax.vecmath.Point3f;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Annotator;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.scene.Categories;
import org.variegate.scene.Instance;
import org.variegate.scene.Projection;
import org.variegate.scene.Scene;
import org.variegate.scene.Truth;
import org.variegate.scene.View;

/** Tells where each object's keypoints are in the picture, and whether they are seen. */
@Component(service = Annotator.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Keypoints.Config.class, factory = true)
@Plugin(
    name = "keypoints",
    needs = {"SCENE", "VIEW", "INSTANCES", "DEPTH"},
    gives = "TRUTH")
public final class Keypoints implements Annotator {

  /** The options. */
  @ObjectClassDefinition(
      name = "keypoints",
      description = "Tells each object's keypoints and whether they are visible.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "How far below the seen surface a visible keypoint may lie, as a share of half the"
                + " diagonal of the object's box [1]; in [0, 1]",
        min = "0",
        max = "1")
    double tolerance() default 0.04;
  }

  private final double tolerance;

  /**
   * An annotator of keypoints.
   *
   * @param config the options
   * @throws IllegalArgumentException if the tolerance is not in [0, 1]
   */
  @Activate
  public Keypoints(Config config) {
    tolerance = config.tolerance();
    if (!(tolerance >= 0 && tolerance <= 1)) {
      throw new IllegalArgumentException("tolerance: needs 0 to 1, got " + tolerance);
    }
  }

  @Override
  public Map<String, Object> facts() {
    return Map.of(Categories.KEYPOINTS, true);
  }

  @Override
  public void annotate(Sample sample) {
    Scene scene = sample.get(Scene.SCENE);
    Projection projection = new Projection(sample);
    Surface surface = new Surface(sample.get(View.DEPTH), sample.get(View.INSTANCES));
    Truth.tell(
        sample,
        sighting -> {
          Instance instance = scene.instances().get(sighting.instance() - 1);
          Map<String, Point3f> places = instance.keypoints();
          double below =
              places.isEmpty()
                  ? 0
                  : tolerance * scene.bounds(instance.id(), sample.arena()).radius();
          Map<String, Object> keypoints = new TreeMap<>();
          places.forEach(
              (name, place) ->
                  keypoints.put(name, told(projection.of(place), surface, instance.id(), below)));
          return Map.of("keypoints", keypoints);
        });
  }

  private static double[] told(double[] seen, Surface surface, int id, double below) {
    if (!(seen[2] > 0)) {
      return new double[3];
    }
    return Truth.rounded(seen[0], seen[1], surface.visibility(seen, id, below));
  }
}
