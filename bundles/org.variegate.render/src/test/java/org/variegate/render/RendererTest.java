package org.variegate.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Light;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;

class RendererTest {
  private static final double FOCAL = 0.5 / Math.tan(Math.toRadians(20));

  /** The ray of a pixel's middle for a camera on the z axis that looks along -z. */
  private static double[] ray(int x, int y, int size) {
    return new double[] {
      (x + 0.5 - size / 2.0) / (FOCAL * size), -(y + 0.5 - size / 2.0) / (FOCAL * size), -1
    };
  }

  @Test
  void aMattBallIsLambert() {
    Light sun = Light.directional(Scenes.direction(-1, -1, -1), new Rgb(1, .5f, 2), 0);
    Scene scene = Scenes.empty(new Point3f(0, 0, 10), new Point3f(), Scenes.plain(0), sun);
    Material matt = Material.plain("matt", new Rgb(.5f, .5f, .5f), 1);
    Scenes.add(scene, "ball", Role.SUBJECT, Shapes.sphere(2, 200), matt, Placements.at(0, 0, 0));
    int n = 64;
    Frame frame = Scenes.render(scene, n, 1, 1);
    int seen = 0;
    for (int i = 0; i < n * n; i++) {
      double[] d = ray(i % n, i / n, n);
      double dd = d[0] * d[0] + d[1] * d[1] + 1;
      double disc = 100 - dd * 96;
      if (disc > 1) {
        double t = (10 - Math.sqrt(disc)) / dd;
        double[] normal = {t * d[0] / 2, t * d[1] / 2, (10 - t) / 2};
        double lambert = Math.max(0, (normal[0] + normal[1] + normal[2]) / Math.sqrt(3));
        assertEquals(t, frame.depth()[i], 2e-3);
        if (lambert > 0.15) {
          // the highlight of the dielectric adds some per cent
          assertEquals(0.52 * lambert, frame.color()[i], 0.035, "pixel " + i);
          assertEquals(frame.color()[i], 2 * frame.color()[i + n * n], 1e-4);
        }
        for (int c = 0; c < 3; c++) {
          assertEquals(normal[c], frame.normals()[i + c * n * n], 0.01);
          assertEquals(2 * normal[c], frame.coordinates()[i + c * n * n], 0.01);
        }
        seen++;
      }
    }
    assertTrue(seen > 500);
  }

  /** Places on a floor of two huge triangles, which the near plane cuts, are those of the rays. */
  @Test
  void theFloorIsWhereRaysMeetIt() {
    Scene scene = Scenes.empty(new Point3f(0, 1, 0), new Point3f(0, 1, -9), Scenes.plain(1));
    Scenes.ground(scene);
    int n = 64;
    Frame frame = Scenes.render(scene, n, 1, 1);
    for (int i = 0; i < n * n; i++) {
      double[] d = ray(i % n, i / n, n);
      double t = -1 / d[1];
      boolean floor = d[1] < 0 && t < 29;
      if (floor) {
        assertEquals(1, frame.instances()[i]);
        assertEquals(t, frame.depth()[i], 1e-4 * t);
        assertEquals(t * d[0], frame.coordinates()[i], 1e-3 * t);
        assertEquals(-t, frame.coordinates()[i + 2 * n * n], 1e-3 * t);
      } else if (d[1] > 0) {
        assertEquals(0, frame.instances()[i]);
        assertEquals(0, frame.depth()[i]);
      }
    }
  }

  /** A slanted triangle: its pixels add up to its area, however it lies to the samples. */
  @Test
  void edgesCoverTheirShareOfPixels() {
    Material glow =
        new Material(
            "glow", Rgb.WHITE, null, null, null, null, 0, 1, 0, 0, 0, true, true, Mapping.UV, null);
    float[] corners = {-1.1f, -.9f, 0, 1.3f, -.2f, 0, -.3f, 1.2f, 0};
    Mesh mesh =
        Mesh.of(corners, new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1}, new int[] {0, 1, 2}).build();
    Scene scene = Scenes.empty(new Point3f(0, 0, 5), new Point3f(), Scenes.plain(0));
    Scenes.add(scene, "triangle", Role.SUBJECT, mesh, glow, Placements.at(0, 0, 0));
    double scale = FOCAL * 64 / 5;
    double area = 0.5 * (2.4 * 2.1 - 0.8 * 0.7) * scale * scale;
    for (int samples : new int[] {1, 4, 8, 16}) {
      double sum = 0;
      float[] color = Scenes.render(scene, 64, samples, 1).color();
      for (int i = 0; i < 64 * 64; i++) {
        sum += color[i];
        assertEquals(Math.round(color[i] * samples), color[i] * samples, 1e-4);
      }
      assertEquals(area, sum, 30.0 / samples, samples + " samples");
    }
  }

  /** Neighbouring triangles leave no gap: nothing of the sky is seen through a closed ball. */
  @Test
  void surfacesAreTight() {
    Scene scene = Scenes.empty(new Point3f(0, 0, 1.5f), new Point3f(.1f, .2f, 0), Scenes.plain(1));
    Scenes.add(
        scene,
        "ball",
        Role.SUBJECT,
        Shapes.sphere(1, 300),
        Material.plain("grey", new Rgb(.5f, .5f, .5f), 1),
        Placements.at(0, 0, 0));
    for (short id : Scenes.render(scene, 128, 4, 1).instances()) {
      assertEquals(1, id);
    }
  }

  @Test
  void threadsChangeNoByte() {
    Frame one = Scenes.render(Scenes.furry(), 96, 4, 1);
    for (int threads : new int[] {2, 3, 8}) {
      Frame more = Scenes.render(Scenes.furry(), 96, 4, threads);
      assertArrayEquals(one.color(), more.color());
      assertArrayEquals(one.instances(), more.instances());
      assertArrayEquals(one.depth(), more.depth());
      assertEquals(one.sightings(), more.sightings());
    }
  }

  @Test
  void settingsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> Settings.of(0, 5));
    var error =
        assertThrows(IllegalArgumentException.class, () -> new Settings(9, 9, 3, 0, Set.of(), 1));
    assertEquals("samples: needs 1, 2, 4, 8 or 16, got 3", error.getMessage());
  }

  @Test
  void bytesAreThoseOfEveryPlatform() throws Exception {
    assertEquals(
        "4fcdc0a406517c9fb3172520cac50325c5e6ed207692ed462467002901b6344a",
        hash(Scenes.render(Scenes.still(), 64, 4, 1)));
    assertEquals(
        "047813b9734e023321dda2310cf40a2ef05890ef4637e94024f1da9ad3a6a2cf",
        hash(Scenes.render(Scenes.furry(), 64, 4, 1)));
  }

  private static String hash(Frame frame) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (float[] values : new float[][] {frame.color(), frame.depth(), frame.normals()}) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
      bytes.asFloatBuffer().put(values);
      digest.update(bytes.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
