package org.variegate.annotator.boxes;

import java.util.Map;
import java.util.TreeMap;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Annotator;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.scene.Bounds;
import org.variegate.scene.Instance;
import org.variegate.scene.Projection;
import org.variegate.scene.Scene;
import org.variegate.scene.Truth;
import org.variegate.scene.View;
import org.variegate.scene.View.Sighting;

/** Tells where each object is, in the picture and in space, and how much of it is seen. */
@Component(service = Annotator.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Boxes.Config.class, factory = true)
@Plugin(
    name = "boxes",
    needs = {"SCENE", "VIEW", "INSTANCES"},
    gives = "TRUTH")
public final class Boxes implements Annotator {

  /** There are no options. */
  @ObjectClassDefinition(
      name = "boxes",
      description = "Tells each object's boxes, visible fraction and truncation.")
  public @interface Config {}

  /**
   * An annotator of boxes.
   *
   * @param config without options
   */
  @Activate
  public Boxes(Config config) {}

  @Override
  public void annotate(Sample sample) {
    Scene scene = sample.get(Scene.SCENE);
    Extents extents = new Extents(sample.get(View.INSTANCES));
    Projection projection = new Projection(sample);
    Truth.tell(
        sample,
        sighting -> {
          Map<String, Object> truth = new TreeMap<>();
          long area = extents.area(sighting.instance());
          truth.put("box", extents.box(sighting.instance()));
          truth.put("area", area);
          truth.put("visible", sighting.visibleFraction());
          truth.put("truncated", truncated(projection, sighting, area));
          Instance instance = scene.instances().get(sighting.instance() - 1);
          Matrix4f identity = new Matrix4f();
          identity.setIdentity();
          Bounds bounds = scene.geometry(instance.id(), sample.arena()).bounds(identity);
          put(truth, projection, instance, bounds);
          truth.put(
              "box3d", Box3d.of(sample.get(View.VIEW).camera(), instance.placement(), bounds));
          return truth;
        });
  }

  /** Later stages cut off what of its pixels they leave out. */
  private static double truncated(Projection projection, Sighting sighting, long area) {
    double inside = 1 - sighting.outside();
    if (sighting.visible() > 0) {
      double kept = area * projection.sourceArea() / sighting.visible();
      inside *= Math.min(1, kept);
    }
    return Math.max(0, Math.min(1, 1 - inside));
  }

  /** The bounds of the projected corners of the box around the object. */
  private static void put(
      Map<String, Object> truth, Projection projection, Instance instance, Bounds bounds) {
    double left = Double.POSITIVE_INFINITY;
    double top = left;
    double right = -left;
    double bottom = -left;
    for (Point3f corner : bounds.corners()) {
      instance.placement().transform(corner);
      double[] seen = projection.of(corner);
      if (!(seen[2] > 0)) {
        return;
      }
      left = Math.min(left, seen[0]);
      right = Math.max(right, seen[0]);
      top = Math.min(top, seen[1]);
      bottom = Math.max(bottom, seen[1]);
    }
    truth.put("looseBox", Truth.rounded(left, top, right - left, bottom - top));
  }
}
