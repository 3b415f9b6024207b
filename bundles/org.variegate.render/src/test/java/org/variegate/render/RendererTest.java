package org.variegate.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.render.Settings.Pass;
import org.variegate.scene.Backdrop;
import org.variegate.scene.Light;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Texture;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;

class RendererTest {
  private static final double FOCAL = 0.5 / Math.tan(Math.toRadians(20));

  private static Frame render(Scene scene, int size, int samples, int threads) {
    Settings settings = new Settings(size, size, samples, 256, EnumSet.allOf(Pass.class), threads);
    return new Renderer(settings).render(scene, new HeapArena());
  }

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
    Frame frame = render(scene, n, 1, 1);
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
    Frame frame = render(scene, n, 1, 1);
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
      float[] color = render(scene, 64, samples, 1).color();
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
    for (short id : render(scene, 128, 4, 1).instances()) {
      assertEquals(1, id);
    }
  }

  /** The sun at 45 degrees moves a box's upper edge as far as it is high. */
  @Test
  void aBoxCastsItsShadow() {
    Light sun = Light.directional(Scenes.direction(1, -1, 0), new Rgb(1, 1, 1), 0.001);
    Scene scene =
        Scenes.empty(new Point3f(0, 8, 0.01f), new Point3f(0, 0, 0), Scenes.plain(0), sun);
    Material white = Material.plain("white", Rgb.WHITE, 1);
    Scenes.add(scene, "box", Role.SUBJECT, Shapes.box(1, 1, 1, 0), white, Placements.at(0, .5, 0));
    Scenes.add(scene, "floor", Role.GROUND, Shapes.plane(20, 20, 1), white, Placements.at(0, 0, 0));
    int n = 200;
    Frame frame = render(scene, n, 1, 1);
    for (int i = 0; i < n * n; i++) {
      float x = frame.coordinates()[i];
      float z = frame.coordinates()[i + 2 * n * n];
      if (frame.instances()[i] == 2 && x > 0.55) {
        double in = Math.min(1.5 - x, 0.5 - Math.abs(z));
        if (in > 0.04) {
          assertEquals(0, frame.color()[i], 1e-3, "in shadow at " + x + ", " + z);
        } else if (in < -0.04) {
          assertTrue(frame.color()[i] > 0.6, "lit at " + x + ", " + z);
        }
      }
    }
  }

  /** A large light's shadow has a soft edge that is sharp where the wall stands on the floor. */
  @Test
  void shadowsSoftenAwayFromWhatCastsThem() {
    Scene scene =
        Scenes.empty(
            new Point3f(0, 8, 0.01f),
            new Point3f(0, 0, 0),
            Scenes.plain(0),
            Light.directional(Scenes.direction(1, -1, 0), new Rgb(1, 1, 1), 0.08));
    Material white = Material.plain("white", Rgb.WHITE, 1);
    Scenes.add(
        scene, "box", Role.SUBJECT, Shapes.box(.02, 1, 1, 0), white, Placements.at(.49, .5, 0));
    Scenes.add(scene, "floor", Role.GROUND, Shapes.plane(20, 20, 1), white, Placements.at(0, 0, 0));
    int n = 300;
    Frame frame = render(scene, n, 1, 1);
    int near = 0;
    int far = 0;
    for (int i = 0; i < n * n; i++) {
      float x = frame.coordinates()[i];
      boolean partly = frame.color()[i] > 0.05 && frame.color()[i] < 0.6;
      if (frame.instances()[i] == 2 && partly) {
        near += x > 0.55 && x < 0.7 ? 1 : 0;
        far += x > 1.2 && x < 1.35 ? 1 : 0;
      }
    }
    assertTrue(far > 2 * near && far > 20, far + " against " + near);
  }

  /** A checkerboard seen from afar is its mean, without moire. */
  @Test
  void farTexturesAreTheirMean() {
    Scene scene = Scenes.empty(new Point3f(0, 1, 0), new Point3f(0, 0.5f, -9), Scenes.plain(1));
    Scenes.ground(scene);
    int n = 128;
    Frame frame = render(scene, n, 4, 1);
    float low = 9;
    float high = 0;
    for (int i = 0; i < n * n; i++) {
      if (frame.depth()[i] > 16) {
        low = Math.min(low, frame.color()[i]);
        high = Math.max(high, frame.color()[i]);
      }
    }
    assertTrue(high < 1.35 * low, low + " to " + high);
  }

  @Test
  void holesAreSeenThrough() {
    byte[] texels = new byte[4 * 64];
    for (int i = 0; i < 64; i++) {
      texels[4 * i + 3] = (byte) (i % 8 < 4 ? 255 : 0);
    }
    Material lattice =
        new Material(
            "lattice",
            Rgb.WHITE,
            new Texture(8, 8, 4, true, texels),
            null,
            null,
            null,
            0,
            1,
            0,
            0,
            .5f,
            true,
            false,
            Mapping.UV,
            null);
    Mesh square =
        Mesh.of(
                new float[] {-9, -9, 0, 9, -9, 0, 9, 9, 0, -9, 9, 0},
                new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1},
                new int[] {0, 1, 2, 0, 2, 3})
            .uvs(new float[] {0, 1, 1, 1, 1, 0, 0, 0})
            .build();
    Scene scene = Scenes.empty(new Point3f(0, 0, 9), new Point3f(), Scenes.plain(1));
    Scenes.add(scene, "lattice", Role.SUBJECT, square, lattice, Placements.at(0, 0, 0));
    Frame frame = render(scene, 32, 1, 1);
    for (int i = 0; i < 32 * 32; i++) {
      assertEquals(i % 32 < 16 ? 1 : 0, frame.instances()[i], "pixel " + i);
    }
  }

  /** A backdrop is in a layer of its own, and lies on the ground as bright as that is lit. */
  @Test
  void aBackdropStandsBehind() {
    Scene scene = Scenes.still();
    float[] values = new float[3 * 4];
    java.util.Arrays.fill(values, 0.5f);
    scene.backdrop(new Backdrop(2, 2, values, true));
    Frame frame = render(scene, 64, 4, 1);
    int n = 64 * 64;
    float darkest = 1;
    for (int i = 0; i < n; i++) {
      if (frame.instances()[i] == 0) {
        assertEquals(0.5f, frame.layer()[i] + frame.color()[i], 0.3);
      }
      darkest = frame.instances()[i] == 2 ? Math.min(darkest, frame.layer()[i]) : darkest;
      assertTrue(frame.layer()[i] <= 0.5f + 1e-5);
    }
    assertTrue(darkest < 0.3, "the ground is " + darkest + " in shadow");
    assertEquals(0.5f, frame.layer()[3], 1e-5);
  }

  @Test
  void threadsChangeNoByte() {
    Frame one = render(Scenes.furry(), 96, 4, 1);
    for (int threads : new int[] {2, 3, 8}) {
      Frame more = render(Scenes.furry(), 96, 4, threads);
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
        "84e5d41053f1cd1c9b2e751d348e30165e0b9617e3ca8dce094118f0f864a480",
        hash(render(Scenes.still(), 64, 4, 1)));
    assertEquals(
        "036995fa854ccac25fe551a8a7db265621668c56b5cf4d52cd7b238b98274381",
        hash(render(Scenes.furry(), 64, 4, 1)));
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
