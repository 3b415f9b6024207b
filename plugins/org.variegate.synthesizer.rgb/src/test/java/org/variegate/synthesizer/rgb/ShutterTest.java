package org.variegate.synthesizer.rgb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3d;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Backdrop;
import org.variegate.scene.Camera;
import org.variegate.scene.Environment;
import org.variegate.scene.Flow;
import org.variegate.scene.Instance;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Sky;
import org.variegate.scene.View;
import org.variegate.scene.shape.Placements;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;

class ShutterTest {
  private static final int N = 96;
  private static final double FIELD = Math.toRadians(30);

  /** Distance of the picture behind the lens, in pixels. */
  private static final double BEHIND = N / (2 * Math.tan(FIELD / 2));

  private static final Vector3d NONE = new Vector3d();

  /** A glowing square of four pixels at a distance straight ahead of a camera, in the dark. */
  private static Scene dot(double distance) {
    Material glow =
        new Material(
            "glow", Rgb.WHITE, null, null, null, null, 0, 1, 0, 0, 0, true, true, Mapping.UV, null);
    float h = (float) (2 * distance / BEHIND);
    float[] corners = {-h, -h, 0, h, -h, 0, h, h, 0, -h, h, 0};
    float[] normals = {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1};
    Mesh square = Mesh.of(corners, normals, new int[] {0, 1, 2, 0, 2, 3}).build();
    Camera camera = Camera.lookAt(new Point3f(), new Point3f(0, 0, -1), 0, FIELD);
    Scene scene =
        new Scene(camera, List.of(), new Sky(new Environment(8, 4, new float[3 * 32]), 0, 1));
    scene.add(
        new Instance(1, "dot", Role.SUBJECT, Model.rigid("dot", square, glow))
            .withPlacement(Placements.at(0, 0, -distance)));
    return scene;
  }

  private static Sample take(Scene scene, Object... options) {
    Object[] all = {"width", N, "height", N, "shadows", 0, "key", "0"};
    Object[] joined = Arrays.copyOf(all, all.length + options.length);
    System.arraycopy(options, 0, joined, all.length, options.length);
    RgbSynthesizer rgb = new RgbSynthesizer(Options.of(RgbSynthesizer.Config.class, joined));
    Sample sample = new Fixture("scene", s -> s.put(Scene.SCENE, scene)).open();
    rgb.synthesize(sample, new SampleDraws(1, 0, new DrawRecord(), Overrides.NONE));
    return sample;
  }

  /** Light of the first channel, its middle and its variances: sum, x, y, xx, yy. */
  private static double[] moments(Sample sample) {
    float[] light = sample.get(Part.IMAGE).values();
    double[] m = new double[5];
    for (int i = 0; i < N * N; i++) {
      m[0] += light[i];
      m[1] += light[i] * (i % N + 0.5);
      m[2] += light[i] * (i / N + 0.5);
      m[3] += light[i] * (i % N + 0.5) * (i % N + 0.5);
      m[4] += light[i] * (i / N + 0.5) * (i / N + 0.5);
    }
    double x = m[1] / m[0];
    double y = m[2] / m[0];
    return new double[] {m[0], x, y, m[3] / m[0] - x * x, m[4] / m[0] - y * y};
  }

  /**
   * A point's picture is a disc of diameter c = A F |d - s| / (d (s - F)), F the focal length,
   * whose variance along an axis is c^2 / 16.
   */
  @Test
  void aPointIsBlurredToTheThinLensCircle() {
    double aperture = 0.12;
    double focus = 2;
    double focal = BEHIND * focus / (BEHIND + focus);
    for (double d : new double[] {1.2, 2, 5}) {
      Scene scene = dot(d);
      double[] sharp = moments(take(scene));
      scene.camera(scene.camera().withLens(aperture, focus));
      double[] soft = moments(take(scene, "glimpses", 256));
      double circle = aperture * focal * Math.abs(d - focus) / (d * (focus - focal));
      // of the square, of the disc, and of pixels wherever edges lie
      double spread = d == focus ? sharp[3] : (16 + 1) / 12.0 + circle * circle / 16;
      assertEquals(spread, soft[3], 0.03 * spread);
      assertEquals(soft[3], soft[4], 0.05 * soft[3] + 0.05, "round");
      assertEquals(sharp[0], soft[0], 0.03 * sharp[0], "no light is lost");
      assertEquals(N / 2.0, soft[1], 0.1);
      assertEquals(N / 2.0, soft[2], 0.1);
    }
  }

  @Test
  void whatIsInFocusIsAsSharpAsBefore() {
    Scene scene = dot(2);
    float[] sharp = take(scene).get(Part.IMAGE).values().clone();
    scene.camera(scene.camera().withLens(0.1, 2));
    float[] image = take(scene, "glimpses", 64).get(Part.IMAGE).values();
    for (int i = 0; i < sharp.length; i++) {
      assertEquals(sharp[i], image[i], 0.03);
    }
  }

  /** A streak of length f v T / d has the variance of its square over 12. */
  @Test
  void aMovingPointIsAStreakAboutItsPlace() {
    Scene scene = dot(3);
    double[] sharp = moments(take(scene));
    scene.moves(
        1,
        (now, t) -> {
          Matrix4f m = new Matrix4f();
          m.mul(Placements.at(2 * t, 0, 0), now.placement());
          return now.withPlacement(m);
        });
    assertEquals(sharp[3], moments(take(scene))[3], "the shutter is shut");
    double[] streak = moments(take(scene, "shutter", "0.1", "glimpses", 64));
    double length = BEHIND * 2 * 0.1 / 3;
    assertEquals(length, Math.sqrt(12 * (streak[3] - sharp[3])), 0.05 * length);
    assertEquals(sharp[4], streak[4], 0.1);
    assertEquals(N / 2.0, streak[1], 0.1, "the moment of truth is the middle");
    assertEquals(sharp[0], streak[0], 0.03 * sharp[0]);
  }

  @Test
  void aMovingCameraBlursEverything() {
    Scene scene = dot(3);
    double[] sharp = moments(take(scene));
    scene.cameraMoves((now, t) -> now.moved(NONE, new Vector3d(1, 0, 0), t));
    double[] streak = moments(take(scene, "shutter", "0.1", "glimpses", 64));
    double length = BEHIND * 0.1;
    assertEquals(length, Math.sqrt(12 * (streak[4] - sharp[4])), 0.05 * length);
    assertEquals(sharp[3], streak[3], 0.1);
  }

  @Test
  void truthsAreThoseOfThePinhole() {
    Scene scene = dot(1);
    Sample sharp = take(scene, "passes", new String[] {"normals"});
    View view = sharp.get(View.VIEW);
    Camera pinhole = scene.camera();
    scene.camera(pinhole.withLens(0.1, 4));
    Sample soft = take(scene, "passes", new String[] {"normals"});
    assertArrayEquals(sharp.get(View.DEPTH).values(), soft.get(View.DEPTH).values());
    assertArrayEquals(sharp.get(View.NORMALS).values(), soft.get(View.NORMALS).values());
    assertEquals(view.sightings(), soft.get(View.VIEW).sightings());
    assertEquals(0.1, scene.camera().aperture(), "the scene is as it was");
    for (int i = 0; i < N * N; i++) {
      assertEquals(sharp.get(View.INSTANCES).place(i), soft.get(View.INSTANCES).place(i));
    }
  }

  @Test
  void oneGlimpseOrNoneNeededChangesNoByteAndDrawsNothing() {
    Scene scene = dot(1);
    float[] before = take(scene).get(Part.IMAGE).values();
    assertArrayEquals(before, take(scene, "shutter", "1").get(Part.IMAGE).values());
    scene.camera(scene.camera().withLens(0.1, 4));
    assertArrayEquals(before, take(scene, "glimpses", 1).get(Part.IMAGE).values());
    assertFalse(Arrays.equals(before, take(scene).get(Part.IMAGE).values()));
  }

  /** A backdrop is a photograph of its own focus, and only what covers it is blurred. */
  @Test
  void theBackdropStaysSharp() {
    Scene scene = dot(1);
    float[] values = new float[3 * 4];
    values[0] = values[3] = 0.5f;
    scene.backdrop(new Backdrop(2, 2, values, false));
    float[] sharp = take(scene).get(Part.IMAGE).values();
    scene.camera(scene.camera().withLens(0.02, 4));
    float[] soft = take(scene).get(Part.IMAGE).values();
    for (int i = 0; i < N * N; i += 7) {
      boolean far = Math.abs(i % N - N / 2) > 12 || Math.abs(i / N - N / 2) > 12;
      assertTrue(!far || Math.abs(sharp[i] - soft[i]) < 1e-5, "pixel " + i);
    }
  }

  @Test
  void flowIsThereOnRequest() {
    Scene scene = dot(3);
    scene.cameraMoves((now, t) -> now.moved(new Vector3d(-0.5, 0, 0), NONE, t));
    assertFalse(take(scene).has(View.NEXT));
    Sample sample = take(scene, "passes", new String[] {"flow"}, "interval", 0.2);
    float[] flow = Flow.of(sample).values();
    int middle = N / 2 * N + N / 2;
    assertEquals(BEHIND * 0.1 / 3, flow[middle], 1e-3);
    assertEquals(0, flow[middle + N * N], 1e-3);
    assertEquals(1, flow[middle + 2 * N * N]);
    assertEquals(0, flow[0], 1e-3, "the sky is far");
  }

  @Test
  void glimpsesLieEvenly() {
    for (int count : new int[] {2, 7, 16, 100}) {
      double[] sums = new double[7];
      for (Glimpse g : Glimpse.of(count, 1)) {
        double squared = g.right() * g.right() + g.up() * g.up();
        assertTrue(squared < 1 && Math.abs(g.time()) < 0.5);
        assertTrue(g.x() >= -0.5 && g.x() < 0.5 && g.y() >= -0.5 && g.y() < 0.5);
        double[] v = {g.right(), g.up(), g.time(), squared, g.time() * g.time(), g.x(), g.y()};
        for (int i = 0; i < v.length; i++) {
          sums[i] += v[i] / count;
        }
      }
      double rough = 1.5 / count;
      assertEquals(0, sums[0], rough);
      assertEquals(0, sums[1], rough);
      assertEquals(0, sums[2], 1e-12);
      assertEquals(0.5, sums[3], 1e-12, "a disc's mean squared radius");
      assertEquals(1 / 12.0, sums[4], 0.5 * rough);
      assertEquals(0, sums[5], rough);
      assertEquals(0, sums[6], rough);
    }
  }
}
