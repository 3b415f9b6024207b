package org.variegate.annotator.keypoints;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.api.Annotator;
import org.variegate.api.Sample;
import org.variegate.scene.Camera;
import org.variegate.scene.Scene;
import org.variegate.scene.Truth;
import org.variegate.tck.AnnotatorContract;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.SceneFixtures;

class KeypointsTest implements AnnotatorContract {

  @Override
  public Annotator stage() {
    return stage(0.04);
  }

  private static Annotator stage(double tolerance) {
    return new Keypoints(Options.of(Keypoints.Config.class, "tolerance", tolerance));
  }

  @Override
  public Map<String, Supplier<? extends Annotator>> refused() {
    return Map.of("tolerance=-0.1", () -> stage(-0.1), "tolerance=1.1", () -> stage(1.1));
  }

  @Override
  public List<Fixture> samples() {
    return List.of(SceneFixtures.picture(40, 30), SceneFixtures.picture(17, 31));
  }

  private Map<String, double[]> keypoints(Sample sample, int object) {
    stage().annotate(sample);
    Map<String, double[]> told = new TreeMap<>();
    ((Map<?, ?>) sample.get(Truth.TRUTH).objects().get(object).get("keypoints"))
        .forEach((name, point) -> told.put((String) name, (double[]) point));
    return told;
  }

  @Test
  void theyAreWhereTheMeshIsAndFacesThatLookAwayAreHidden() {
    Sample sample = SceneFixtures.picture(160, 120).open();
    Scene scene = sample.get(Scene.SCENE);
    Camera camera = scene.camera();
    Map<String, double[]> told = keypoints(sample, 0);
    scene
        .subject()
        .keypoints()
        .forEach(
            (name, place) -> {
              double[] seen = camera.project(place, 160, 120);
              assertArrayEquals(new double[] {seen[0], seen[1]}, xy(told.get(name)), 1e-5, name);
            });
    Map<String, Integer> visibility = new HashMap<>();
    told.forEach((name, point) -> visibility.put(name, (int) point[2]));
    Map<String, Integer> wanted = new HashMap<>(Map.of("right", 1, "bottom", 1, "back", 1));
    for (String towards : List.of("left", "top", "front")) {
      wanted.put(towards, behindTheBox(scene, scene.subject().keypoints().get(towards)) ? 1 : 2);
    }
    assertEquals(wanted, visibility);
    assertEquals(2, visibility.get("top"));
    assertEquals(1, visibility.get("front"));
  }

  private static double[] xy(double[] point) {
    return new double[] {point[0], point[1]};
  }

  /** Walks from the camera to the point. */
  private static boolean behindTheBox(Scene scene, Point3f point) {
    Point3f eye = scene.camera().eye();
    for (float t = 0; t < 0.98f; t += 0.001f) {
      Point3f p = new Point3f();
      p.interpolate(eye, point, t);
      if (Math.abs(p.x - 0.1) < 0.2 && Math.abs(p.y - 0.4) < 0.4 && Math.abs(p.z - 1.1) < 0.3) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theyMoveWithTheSample() {
    Map<String, double[]> before = keypoints(SceneFixtures.picture(80, 60).open(), 0);
    Sample sample = SceneFixtures.picture(80, 60).open();
    sample.regrid(sample.grid().crop(10, 5, 0, 70, 55, 1));
    keypoints(sample, 0)
        .forEach(
            (name, point) -> {
              assertEquals(before.get(name)[0] - 10, point[0], 1e-5, name);
              assertEquals(before.get(name)[1] - 5, point[1], 1e-5, name);
            });
  }

  @Test
  void outsideThePictureTheyAreTold() {
    Sample sample = SceneFixtures.picture(80, 60).open();
    sample.regrid(sample.grid().crop(0, 0, 0, 3, 3, 1));
    keypoints(sample, 0).values().forEach(point -> assertEquals(0, point[2]));
  }
}
