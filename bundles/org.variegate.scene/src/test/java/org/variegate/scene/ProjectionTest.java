package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.space.Transform;
import org.variegate.api.volume.Raster;

class ProjectionTest {
  private static final Point3f POINT = new Point3f(0.3f, 0.7f, 0.1f);
  private static final Camera CAMERA =
      Camera.lookAt(new Point3f(1, 2, 4), new Point3f(0, 0.5f, 0), 0.2, 0.7).withShift(0.1, -0.05);

  private static Sample sample() {
    Sample sample = new Sample(0, (map, arena) -> null, null);
    Grid grid = new Grid(64, 48, 1, Affine.scaling(1, -1, 1));
    sample.put(Part.IMAGE, new Raster(grid, 1, "linear", new float[64 * 48]));
    sample.put(View.VIEW, new View(CAMERA, 64, 48, List.of()));
    return sample;
  }

  @Test
  void withoutSpatialStagesItIsTheCameras() {
    Projection projection = new Projection(sample());
    assertArrayEquals(CAMERA.project(POINT, 64, 48), projection.of(POINT));
    assertEquals(64, projection.width());
    assertEquals(48, projection.height());
  }

  @Test
  void aCropAndAFlipMoveIt() {
    Sample sample = sample();
    double[] before = new Projection(sample).of(POINT);
    sample.regrid(sample.grid().crop(10, 4, 0, 30, 20, 1));
    assertArrayEquals(
        new double[] {before[0] - 10, before[1] - 4, before[2]},
        new Projection(sample).of(POINT),
        1e-9);
    Grid grid = sample.grid();
    Affine mirror =
        grid.toWorld()
            .after(Affine.of(-1, 0, 0, grid.nx() - 1, 0, 1, 0, 0, 0, 0, 1, 0))
            .after(grid.toWorld().inverse());
    sample.move(mirror);
    assertArrayEquals(
        new double[] {30 - (before[0] - 10), before[1] - 4, before[2]},
        new Projection(sample).of(POINT),
        1e-9);
  }

  @Test
  void theMatrixSaysTheSame() {
    Sample sample = sample();
    sample.regrid(sample.grid().crop(5, 6, 0, 20, 30, 1));
    sample.move(Affine.of(1.3, 0.2, 0, 1, -0.4, 0.9, 0, 2, 0, 0, 1, 0));
    Projection projection = new Projection(sample);
    double[] k = projection.intrinsics();
    Matrix4f toCamera = new Matrix4f(CAMERA.toWorld());
    toCamera.invert();
    Point3f p = new Point3f(POINT);
    toCamera.transform(p);
    double[] seen = projection.of(POINT);
    assertEquals(seen[0], (k[0] * p.x - k[1] * p.y - k[2] * p.z) / -p.z, 1e-4);
    assertEquals(seen[1], (k[3] * p.x - k[4] * p.y - k[5] * p.z) / -p.z, 1e-4);
  }

  private record Bent() implements Transform {
    @Override
    public void apply(double[] points, int count) {
      points[0] += points[1] * points[1] / 100;
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
  void bentLinesHaveNoMatrix() {
    Sample sample = sample();
    sample.move(new Bent());
    Projection projection = new Projection(sample);
    assertTrue(!projection.isPinhole());
    assertThrows(IllegalStateException.class, projection::intrinsics);
    assertThrows(IllegalStateException.class, projection::undistortedIntrinsics);
  }

  /** Pinhole and distortion together tell where a point is seen, whatever affine maps surround. */
  @Test
  void aLensIsToldBesideItsPinhole() {
    for (double k : new double[] {0.2, -0.1}) {
      Sample sample = sample();
      sample.move(Affine.of(1.1, 0.1, 0, 1, -0.1, 0.9, 0, 2, 0, 0, 1, 0));
      sample.regrid(sample.grid().crop(4, 2, 0, 50, 40, 1));
      assertTrue(new Projection(sample).distortion().isEmpty());
      sample.move(new RadialDistortion(sample.grid(), k));
      sample.regrid(sample.grid().crop(3, 5, 0, 40, 30, 1));
      sample.move(Affine.of(0, 1.5, 0, 3, -1.5, 0, 0, 30, 0, 0, 1, 0));
      Projection projection = new Projection(sample);
      Projection.Distortion lens = projection.distortion().orElseThrow();
      double[] p = projection.of(POINT);
      double x = p[0] - lens.x();
      double y = p[1] - lens.y();
      double f = lens.scale() * (1 + lens.k() * (x * x + y * y) / lens.radius() / lens.radius());
      Matrix4f toCamera = new Matrix4f(CAMERA.toWorld());
      toCamera.invert();
      Point3f q = new Point3f(POINT);
      toCamera.transform(q);
      double[] m = projection.undistortedIntrinsics();
      assertEquals((m[0] * q.x - m[1] * q.y - m[2] * q.z) / -q.z, lens.x() + f * x, 1e-3);
      assertEquals((m[3] * q.x - m[4] * q.y - m[5] * q.z) / -q.z, lens.y() + f * y, 1e-3);
      sample.move(Affine.of(1, 0, 0, 0, 0, 1.2, 0, 0, 0, 0, 1, 0));
      assertTrue(new Projection(sample).distortion().isEmpty(), "no circle any more");
    }
  }

  @Test
  void truthsOfSeveralStagesComeTogether() {
    Sample sample = sample();
    Scene scene = new Scene(CAMERA, List.of(), null);
    scene.classes(List.of("dog", "cat"));
    sample.put(Scene.SCENE, scene);
    View.Sighting dog = new View.Sighting(3, "dog", 1, 2, 0);
    sample.put(View.VIEW, new View(CAMERA, 64, 48, List.of(dog)));
    Truth.tell(sample, sighting -> Map.of("area", sighting.visible()));
    Truth.tell(sample, sighting -> Map.of("visible", sighting.visibleFraction()));
    assertEquals(List.of("cat", "dog"), sample.get(Truth.TRUTH).classes());
    Map<String, Object> wanted =
        Map.of("id", 3, "class", "dog", "number", 2, "area", 1L, "visible", 0.5);
    assertEquals(List.of(wanted), sample.get(Truth.TRUTH).objects());
    assertEquals(List.of(wanted), sample.annotations().get(Truth.KEY));
  }
}
