package org.variegate.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3d;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Moments;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;
import org.variegate.tck.HeapArena;

class NextTest {
  private static final int N = 64;
  private static final double FOCAL = 0.5 / Math.tan(Math.toRadians(20)) * N;
  private static final Material MATT = Material.plain("matt", new Rgb(.5f, .5f, .5f), 1);

  private static Frame render(Scene scene, double seconds) {
    HeapArena arena = HeapArena.zeroed();
    Settings settings = new Settings(N, N, 4, 0, EnumSet.of(Settings.Pass.DEPTH), 2);
    return new Renderer(settings).render(scene, new Moments(scene, arena).at(seconds), arena);
  }

  /** Square upright planes that face a camera at (0, 0, 6), of whole width at given distances. */
  private static Scene planes(double width, double... distances) {
    Scene scene = Scenes.empty(new Point3f(0, 0, 6), new Point3f(), Scenes.plain(1));
    float h = (float) (width / 2);
    float[] corners = {-h, -h, 0, h, -h, 0, h, h, 0, -h, h, 0};
    float[] normals = {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1};
    Mesh square = Mesh.of(corners, normals, new int[] {0, 1, 2, 0, 2, 3}).build();
    for (double d : distances) {
      Scenes.add(scene, "square", Role.SUBJECT, square, MATT, Placements.at(0, 0, 6 - d));
    }
    return scene;
  }

  private static Instance shifted(Instance i, double x, double y, double z) {
    Matrix4f m = new Matrix4f();
    m.mul(Placements.at(x, y, z), i.placement());
    return i.withPlacement(m);
  }

  /** What is seen at (X, Y) / Z goes to f (X + a) / (Z - c). */
  @Test
  void aPlaneThatTranslatesHasTheFlowOfTheFormula() {
    Scene scene = planes(9, 4);
    scene.moves(1, (now, t) -> shifted(now, 3 * t, -1 * t, 2 * t));
    Frame frame = render(scene, 0.1);
    int seen = 0;
    for (int i = 0; i < N * N; i++) {
      double x = i % N + 0.5 - N / 2.0;
      double places = (x / FOCAL * 4 + 0.3) / 3.8 * FOCAL + N / 2.0;
      assertEquals(places, frame.next()[i], 0.03);
      double y = i / N + 0.5 - N / 2.0;
      double down = (y / FOCAL * 4 + 0.1) / 3.8 * FOCAL + N / 2.0;
      assertEquals(down, frame.next()[i + N * N], 0.03);
      double edge = Math.min(Math.min(places, N - places), Math.min(down, N - down));
      seen += edge > 0 ? 1 : 0;
      if (Math.abs(edge) > 0.05) {
        assertEquals(edge > 0 ? 1 : 0, frame.next()[i + 2 * N * N]);
      }
    }
    assertTrue(seen > N * N / 2);
  }

  @Test
  void whatStandsStillStaysExactly() {
    Scene scene = Scenes.still();
    Frame frame = render(scene, 0.5);
    for (int i = 0; i < N * N; i++) {
      assertEquals(i % N + 0.5f, frame.next()[i], frame.depth()[i] == 0 ? 1e-4 : 0);
      assertEquals(i / N + 0.5f, frame.next()[i + N * N], frame.depth()[i] == 0 ? 1e-4 : 0);
      assertEquals(1, frame.next()[i + 2 * N * N], "pixel " + i);
    }
    Frame alone = new Renderer(Settings.of(N, N)).render(scene, HeapArena.zeroed());
    assertNull(alone.next());
    Frame without =
        new Renderer(new Settings(N, N, 4, 256, EnumSet.noneOf(Settings.Pass.class), 1))
            .render(scene, new Moments(scene, HeapArena.zeroed()).at(1), HeapArena.zeroed());
    assertArrayEquals(alone.color(), without.color());
  }

  /** A near square goes right, over the far one. */
  @Test
  void whatIsCoveredNextIsFlagged() {
    Scene scene = planes(1.2, 3);
    planes(4, 6)
        .instances()
        .forEach(
            i ->
                scene.add(
                    new Instance(2, "wall", Role.SUBJECT, i.model()).withPlacement(i.placement())));
    double half = 0.6 * FOCAL / 3;
    scene.moves(1, (now, t) -> shifted(now, 0.3 * t, 0, 0));
    Frame frame = render(scene, 1);
    double shift = 0.3 * FOCAL / 3;
    int row = N / 2 * N;
    for (int x = 0; x < N; x++) {
      double at = x + 0.5 - N / 2.0;
      boolean near = frame.instances()[row + x] == 1;
      if (near) {
        assertEquals(x + 0.5 + shift, frame.next()[row + x], 1e-3);
        assertEquals(1, frame.next()[row + x + 2 * N * N]);
      } else if (at > half + 1 && at < half + shift - 1) {
        assertEquals(0, frame.next()[row + x + 2 * N * N], "covered next, pixel " + x);
        assertEquals(x + 0.5, frame.next()[row + x]);
      } else if (at < -half - 1 || at > half + shift + 1) {
        assertEquals(1, frame.next()[row + x + 2 * N * N], "free, pixel " + x);
      }
    }
  }

  /** A ball that turns half round shows none of what it showed. */
  @Test
  void whatTurnsAwayIsFlagged() {
    Scene scene = Scenes.empty(new Point3f(0, 0, 6), new Point3f(), Scenes.plain(1));
    Scenes.add(scene, "ball", Role.SUBJECT, Shapes.sphere(1, 48), MATT, Placements.at(0, 0, 0));
    scene.moves(
        1,
        (now, t) ->
            now.withPlacement(Placements.turned(new Vector3d(0, 1, 0), Math.PI * t, 0, 0, 0)));
    Frame frame = render(scene, 1);
    for (int i = 0; i < N * N; i++) {
      assertEquals(frame.instances()[i] == 0 ? 1 : 0, frame.next()[i + 2 * N * N], "pixel " + i);
    }
  }

  /** The sky turns with the camera: f tan(angle) in the middle. */
  @Test
  void theSkyFollowsTheCamerasTurn() {
    Scene scene = Scenes.empty(new Point3f(0, 0, 6), new Point3f(), Scenes.plain(1));
    Vector3d none = new Vector3d();
    scene.cameraMoves((now, t) -> now.moved(none, new Vector3d(0, 0.1, 0), t));
    Frame frame = render(scene, 1);
    int middle = N / 2 * N + N / 2;
    assertEquals(N / 2.0 + 0.5 + FOCAL * Math.tan(0.1), frame.next()[middle], 0.02);
    assertEquals(0, frame.next()[middle / N * N + N - 1 + 2 * N * N], "leaves at the right");
    scene.cameraMoves((now, t) -> now.moved(none, new Vector3d(0, 3, 0), t));
    assertEquals(0, render(scene, 1).next()[middle + 2 * N * N], "behind");
  }
}
