package org.variegate.annotator.calibration;

import java.util.Map;
import java.util.TreeMap;
import javax.vecmath.Matrix4f;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Annotator;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.scene.Projection;
import org.variegate.scene.Truth;
import org.variegate.scene.View;

/** Tells the camera's intrinsics and extrinsics. */
@Component(service = Annotator.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Calibration.Config.class, factory = true)
@Plugin(name = "calibration", needs = "VIEW")
public final class Calibration implements Annotator {

  /** There are no options. */
  @ObjectClassDefinition(
      name = "calibration",
      description = "Tells the camera's intrinsics and extrinsics.")
  public @interface Config {}

  /**
   * An annotator of the camera.
   *
   * @param config without options
   */
  @Activate
  public Calibration(Config config) {}

  @Override
  public void annotate(Sample sample) {
    Projection projection = new Projection(sample);
    Map<String, Object> camera = new TreeMap<>();
    camera.put("width", projection.width());
    camera.put("height", projection.height());
    if (projection.isPinhole()) {
      camera.put("intrinsics", Truth.rounded(projection.intrinsics()));
    }
    projection
        .distortion()
        .ifPresent(
            lens -> {
              camera.put("intrinsics", Truth.rounded(projection.undistortedIntrinsics()));
              camera.put("distortion", told(lens));
            });
    Matrix4f m = new Matrix4f(sample.get(View.VIEW).camera().toWorld());
    m.invert();
    camera.put(
        "extrinsics",
        Truth.rounded(
            m.m00, m.m01, m.m02, m.m03, -m.m10, -m.m11, -m.m12, -m.m13, -m.m20, -m.m21, -m.m22,
            -m.m23));
    sample.annotate("camera", camera);
  }

  private static Map<String, Object> told(Projection.Distortion lens) {
    return Map.of(
        "centre", Truth.rounded(lens.x(), lens.y()),
        "k", Truth.rounded(lens.k())[0],
        "radius", Truth.rounded(lens.radius())[0],
        "scale", Truth.rounded(lens.scale())[0]);
  }
}
