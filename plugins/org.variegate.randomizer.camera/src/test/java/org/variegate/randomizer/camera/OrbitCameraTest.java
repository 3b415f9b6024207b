package org.variegate.randomizer.camera;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Bounds;
import org.variegate.scene.Camera;
import org.variegate.scene.Moments;
import org.variegate.scene.Scene;
import org.variegate.tck.Fixture;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class OrbitCameraTest implements RandomizerContract {
  /** The middle of the toy: its body and head are .9 m long, .5 m high, and start at z = -.4. */
  private static final Point3f MIDDLE = new Point3f(5.05f, .25f, -3);

  @Override
  public OrbitCamera stage() {
    return with();
  }

  @Override
  public List<Fixture> samples() {
    return List.of(Toy.fixture());
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.ofEntries(
        entry("elevation=100", () -> with("elevation", "100")),
        entry("face=-.1", () -> with("face", -.1)),
        entry("faceElevation=area(1)", () -> with("faceElevation", "area(1)")),
        entry("targets=[tail]", () -> with("targets", new String[] {"tail"})),
        entry("targets=[]", () -> with("targets", new String[0])),
        entry("framing=0", () -> with("framing", "0")),
        entry("distance=0", () -> with("distance", "0")),
        entry("distanceIn=feet", () -> with("distanceIn", "feet")),
        entry("fieldOfView=0", () -> with("fieldOfView", "0")),
        entry("velocity=fast", () -> with("velocity", "fast")),
        entry("clearance=-1", () -> with("clearance", -1.0)));
  }

  private static OrbitCamera with(Object... options) {
    return new OrbitCamera(Options.of(OrbitCamera.Config.class, options));
  }

  private static Scene shoot(OrbitCamera camera, long index, double headDegrees) {
    Sample sample = Toy.fixture().open();
    Toy.put(sample, headDegrees);
    camera.randomize(sample, new SampleDraws(2, index, new DrawRecord(), Overrides.NONE));
    return sample.get(Scene.SCENE);
  }

  private static Camera shoot(OrbitCamera camera, long index) {
    return shoot(camera, index, 0).camera();
  }

  /**
   * Height and azimuth of the direction are uniform, and independent: that makes it uniform in
   * area. A fresh seed fails each of the tests of fit at most once in 10^6.
   */
  @Test
  void positionsAreUniformInAreaAndDistancesAsDeclared() {
    OrbitCamera camera = with("distance", "uniform(2, 5)", "distanceIn", "m", "clearance", 0.0);
    int n = 4000;
    double[] heights = new double[n];
    double[] azimuths = new double[n];
    double[] distances = new double[n];
    double[] higher = new double[n];
    int high = 0;
    for (int i = 0; i < n; i++) {
      Point3f eye = shoot(camera, i).eye();
      distances[i] = eye.distance(MIDDLE);
      heights[i] = (eye.y - MIDDLE.y) / distances[i];
      azimuths[i] = Math.atan2(eye.x - MIDDLE.x, eye.z - MIDDLE.z);
      if (heights[i] > .5) {
        higher[high++] = azimuths[i];
      }
    }
    assertDrawnFrom("uniform(0, 1)", heights);
    assertDrawnFrom("uniform(-3.1415927, 3.1415927)", azimuths);
    assertDrawnFrom("uniform(-3.1415927, 3.1415927)", java.util.Arrays.copyOf(higher, high));
    assertDrawnFrom("uniform(2, 5)", distances);
  }

  @Test
  void heightsOfTheSubjectAreAnotherUnit() {
    double far = shoot(with("distance", "4"), 0).eye().distance(MIDDLE);
    assertEquals(4 * .5, far, 1e-5);
  }

  /** The target's points as seen: the largest offset from the middle is half the share. */
  @Test
  void framingFillsItsShare() {
    OrbitCamera camera = with("framing", "0.8", "jitter", "0", "roll", "0");
    for (int i = 0; i < 50; i++) {
      Scene scene = shoot(camera, i, 0);
      Bounds body = new Bounds(new Point3f(4.6f, 0, -3.1f), new Point3f(5.4f, .4f, -2.9f));
      Bounds head = new Bounds(new Point3f(5.4f, .4f, -3.05f), new Point3f(5.5f, .5f, -2.95f));
      double largest = Math.max(extent(scene.camera(), body), extent(scene.camera(), head));
      assertEquals(40, largest, .01);
    }
  }

  private static double extent(Camera camera, Bounds box) {
    double largest = 0;
    for (Point3f corner : box.corners()) {
      double[] seen = camera.project(corner, 100, 100);
      largest = Math.max(largest, Math.max(Math.abs(seen[0] - 50), Math.abs(seen[1] - 50)));
    }
    return largest;
  }

  @Test
  void jitterMovesTheTargetInThePicture() {
    Camera camera = shoot(with("jitter", "0.1", "roll", "0", "framing", "0.2"), 0);
    double[] seen = camera.project(MIDDLE, 100, 100);
    assertEquals(60, seen[0], 1);
    assertEquals(40, seen[1], 1);
  }

  @Test
  void neverBelowTheGroundNorInsideTheSubject() {
    OrbitCamera camera =
        with("elevation", "area(-90, 90)", "distance", "loguniform(0.01, 3)", "clearance", .1);
    for (int i = 0; i < 500; i++) {
      Scene scene = shoot(camera, i, 0);
      Point3f eye = scene.camera().eye();
      assertTrue(eye.y >= .1f, eye.toString());
      Bounds box = new Bounds(new Point3f(4.6f, .11f, -3.1f), new Point3f(5.5f, .5f, -2.9f));
      assertTrue(!box.contains(eye), eye.toString());
    }
  }

  /** The head looks to the left of a toy that itself faces +X. */
  @Test
  void facesAreSeenFromTheirFront() {
    OrbitCamera camera =
        with(
            "face",
            1.0,
            "faceAzimuth",
            "0",
            "faceElevation",
            "0",
            "targets",
            new String[] {"head"},
            "jitter",
            "0",
            "framing",
            ".5",
            "roll",
            "0");
    Scene scene = shoot(camera, 0, 90);
    Point3f eye = scene.camera().eye();
    assertEquals(5.4, eye.x, 1e-3);
    assertEquals(.45, eye.y, 1e-3);
    assertTrue(eye.z < -3.1, eye.toString());
    double[] edge = scene.camera().project(new Point3f(5.35f, .5f, -3.1f), 100, 100);
    assertEquals(25, edge[1], .1);
  }

  /** Views of the face keep to the head although all of the toy is in the picture. */
  @Test
  void wholeSubjectsAreSeenFromTheirFace() {
    OrbitCamera camera =
        with("face", 1.0, "faceAzimuth", "0", "faceElevation", "0", "jitter", "0", "roll", "0");
    Point3f eye = shoot(camera, 0, 90).camera().eye();
    assertEquals(MIDDLE.x, eye.x, .05);
    assertTrue(eye.z < MIDDLE.z - .5, eye.toString());
  }

  @Test
  void bustIsWiderThanTheHead() {
    String[] names = {"whole", "bust", "head"};
    double[] far = new double[3];
    for (int i = 0; i < 3; i++) {
      OrbitCamera camera =
          with("targets", new String[] {names[i]}, "framing", ".5", "elevation", "30");
      far[i] = shoot(camera, 0).focus();
    }
    assertTrue(far[0] > far[1] && far[1] >= far[2], java.util.Arrays.toString(far));
  }

  @Test
  void lensIsFocusedOnTheTarget() {
    Camera camera = shoot(with("aperture", "50", "fieldOfView", "40"), 0);
    assertEquals(.05, camera.aperture());
    assertEquals(camera.eye().distance(MIDDLE), camera.focus(), 1e-4);
    assertEquals(Math.toRadians(40), camera.fieldOfView(), 1e-12);
  }

  /** The moment of the picture is as without; a second later it stands elsewhere. */
  @Test
  void itMovesAlongItsOwnAxes() {
    assertTrue(shoot(with(), 3, 0).isStill());
    Scene scene = shoot(with("velocity", "0.25", "spin", "choice(0, 90)"), 3, 0);
    assertEquals(shoot(with(), 3), scene.camera());
    Camera later = new Moments(scene, HeapArena.zeroed()).at(1).camera();
    Matrix4f inverse = new Matrix4f(scene.camera().toWorld());
    inverse.invert();
    Point3f place = later.eye();
    inverse.transform(place);
    assertTrue(place.epsilonEquals(new Point3f(.25f, .25f, .25f), 1e-5f), place.toString());
  }
}
