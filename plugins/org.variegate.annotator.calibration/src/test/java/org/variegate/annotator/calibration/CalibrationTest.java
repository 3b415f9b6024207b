package org.variegate.annotator.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.api.Annotator;
import org.variegate.api.Sample;
import org.variegate.api.space.Transform;
import org.variegate.scene.Projection;
import org.variegate.scene.RadialDistortion;
import org.variegate.tck.AnnotatorContract;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.SceneFixtures;

class CalibrationTest implements AnnotatorContract {

  @Override
  public Annotator stage() {
    return new Calibration(Options.of(Calibration.Config.class));
  }

  @Override
  public List<Fixture> samples() {
    return List.of(SceneFixtures.picture(40, 30), SceneFixtures.picture(17, 31));
  }

  private Map<?, ?> camera(Sample sample) {
    stage().annotate(sample);
    return (Map<?, ?>) sample.annotations().get("camera");
  }

  @Test
  void theMatricesProjectPoints() {
    Sample sample = SceneFixtures.picture(40, 30).open();
    sample.regrid(sample.grid().crop(3, 4, 0, 20, 20, 1));
    Map<?, ?> camera = camera(sample);
    double[] k = (double[]) camera.get("intrinsics");
    double[] e = (double[]) camera.get("extrinsics");
    Point3f world = new Point3f(0.3f, 0.2f, 0.5f);
    double[] p = new double[3];
    for (int i = 0; i < 3; i++) {
      p[i] = e[4 * i] * world.x + e[4 * i + 1] * world.y + e[4 * i + 2] * world.z + e[4 * i + 3];
    }
    double[] seen = new Projection(sample).of(world);
    assertEquals(seen[2], p[2], 1e-5);
    assertEquals(seen[0], (k[0] * p[0] + k[1] * p[1] + k[2] * p[2]) / p[2], 1e-4);
    assertEquals(seen[1], (k[3] * p[0] + k[4] * p[1] + k[5] * p[2]) / p[2], 1e-4);
    assertEquals(20, camera.get("width"));
  }

  private record Bent() implements Transform {
    @Override
    public void apply(double[] points, int count) {
      for (int i = 0; i < 3 * count; i += 3) {
        points[i] += points[i + 1] / 100 * points[i + 1];
      }
    }

    @Override
    public Transform inverse() {
      return this;
    }

    @Override
    public double linearWithin() {
      return 1;
    }
  }

  @Test
  void bentPicturesHaveNoMatrix() {
    Sample sample = SceneFixtures.picture(8, 6).open();
    sample.move(new Bent());
    assertNull(camera(sample).get("intrinsics"));
  }

  @Test
  void aLensIsToldWithItsPinhole() {
    Sample sample = SceneFixtures.picture(40, 30).open();
    double[] pinhole = (double[]) camera(sample).get("intrinsics");
    assertNull(camera(sample).get("distortion"));
    sample.move(new RadialDistortion(sample.grid(), 0.25));
    Map<?, ?> camera = camera(sample);
    assertArrayEquals(pinhole, (double[]) camera.get("intrinsics"), 1e-6);
    Map<?, ?> lens = (Map<?, ?>) camera.get("distortion");
    assertArrayEquals(new double[] {20, 15}, (double[]) lens.get("centre"), 1e-9);
    assertEquals(0.25, lens.get("k"));
    assertEquals(0.8, lens.get("scale"));
    assertEquals(Math.hypot(39, 29) / 2, (double) lens.get("radius"), 1e-6);
  }
}
