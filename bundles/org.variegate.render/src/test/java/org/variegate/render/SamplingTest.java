package org.variegate.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.vecmath.Point3f;
import javax.vecmath.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Srgb;
import org.variegate.scene.Texture;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;

/** Edges and textures as pixels take samples of them. */
class SamplingTest {
  private static final double FOCAL = 0.5 / Math.tan(Math.toRadians(20));

  private static Material unlit(Texture albedo, Mapping mapping) {
    return new Material(
        "unlit", Rgb.WHITE, albedo, null, null, null, 0, 1, 0, 0, 0, true, true, mapping, null);
  }

  /**
   * The share of a picture beyond an edge is its area: over 48 directions the errors cancel, and a
   * single one errs by less than a sample on each pixel of the edge would if they added up as
   * noise.
   */
  @ParameterizedTest
  @ValueSource(ints = {4, 8, 16})
  void edgesInAllDirectionsCoverTheirArea(int samples) {
    int n = 32;
    double distance = 0.2;
    double sum = 0;
    int directions = 48;
    double half = 5 / FOCAL / 2;
    for (int k = 0; k < directions; k++) {
      double angle = 2 * Math.PI * (k + 0.3) / directions;
      Scene scene = Scenes.empty(new Point3f(0, 0, 5), new Point3f(), Scenes.plain(0));
      double out = distance + 10;
      Scenes.add(
          scene,
          "half",
          Role.SUBJECT,
          Shapes.box(20, 20, 1e-4, 0),
          unlit(null, Mapping.UV),
          Placements.turned(
              new Vector3d(0, 0, 1), angle, out * Math.cos(angle), out * Math.sin(angle), 0));
      float[] color = Scenes.render(scene, n, samples, 1).color();
      double covered = 0;
      for (int i = 0; i < n * n; i++) {
        covered += color[i];
      }
      double error = covered - n * n * share(half, distance, angle);
      assertTrue(Math.abs(error) < 24.0 / samples, samples + " at " + angle + ": " + error);
      sum += error / directions;
    }
    assertEquals(0, sum, 0.35, "mean error in pixels");
  }

  /** Of a square of half the side that lies beyond a line, by the sum over fine columns. */
  private static double share(double half, double distance, double angle) {
    int columns = 4000;
    double sum = 0;
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    boolean flip = Math.abs(s) < Math.abs(c);
    for (int i = 0; i < columns; i++) {
      double a = half * (2 * (i + 0.5) / columns - 1);
      double b = flip ? (distance - a * s) / c : (distance - a * c) / s;
      double above = Math.max(0, Math.min(1, (half - b) / (2 * half)));
      sum += ((flip ? c : s) > 0 ? above : 1 - above) / columns;
    }
    return sum;
  }

  /** What is seen of a ramp on a floor is its value where the pixel's ray meets the floor. */
  @Test
  void texturesLieWhereRaysMeetThem() {
    int size = 256;
    byte[] ramp = new byte[3 * size * size];
    for (int i = 0; i < size * size; i++) {
      ramp[3 * i] = (byte) (i % size);
      ramp[3 * i + 1] = (byte) (i / size);
    }
    Texture texture = new Texture(size, size, 3, false, ramp);
    Scene scene = Scenes.empty(new Point3f(0, 1, 3), new Point3f(0, 1, -9), Scenes.plain(0));
    Mapping whole = new Mapping(false, 1 / 8f, 1 / 8f, 0, 0.5f, 0.5f);
    Scenes.add(
        scene,
        "floor",
        Role.GROUND,
        Shapes.plane(8, 8, 1),
        unlit(texture, whole),
        Placements.at(0, 0, 0));
    int n = 96;
    Frame frame = Scenes.render(scene, n, 1, 1);
    int compared = 0;
    for (int i = 0; i < n * n; i++) {
      double down = (i / n + 0.5 - n / 2.0) / (FOCAL * n);
      double x = (i % n + 0.5 - n / 2.0) / (FOCAL * n) / down;
      double z = 3 - 1 / down;
      if (down > 0 && Math.abs(x) < 3.2 && Math.abs(z) < 3.2) {
        double red = (256 * (x + 4) / 8 - 0.5) / 255;
        assertEquals(red, frame.color()[i], 0.008, "at " + x + ", " + z);
        double green = frame.color()[i + n * n];
        double up = (256 * (z + 4) / 8 - 0.5) / 255;
        assertEquals(Math.abs(up - green) < 0.5 ? up : 1 - up, green, 0.03, x + ", " + z);
        compared++;
      }
    }
    assertTrue(compared > 800, "" + compared);
  }

  /** A chessboard whose fields are less than half a pixel is its mean, with no pattern in it. */
  @Test
  void whatIsTooFineIsItsMean() {
    Texture board = Scenes.checker(64, 64);
    double mean = (Srgb.linear(220) + Srgb.linear(90)) / 2;
    for (int scale : new int[] {1, 8}) {
      Scene scene = Scenes.empty(new Point3f(0, 4, 0.01f), new Point3f(), Scenes.plain(0));
      Mapping mapping = new Mapping(false, scale, scale, 0, 0, 0);
      Scenes.add(
          scene,
          "floor",
          Role.GROUND,
          Shapes.plane(20, 20, 1),
          unlit(board, mapping),
          Placements.at(0, 0, 0));
      int n = 64;
      float[] color = Scenes.render(scene, n, 1, 1).color();
      for (int i = 0; i < n * n; i++) {
        assertEquals(mean, color[i], 0.02, "64 x " + scale + " fields a metre");
      }
    }
    double side = 2.0 * 4 * Math.tan(Math.toRadians(20)) / 64;
    assertTrue(side > 2.0 / 64, "a pixel is two fields wide at the coarser scale");
  }

  /** From near, each field is its own colour. */
  @Test
  void whatIsLargeEnoughIsSharp() {
    Scene scene = Scenes.empty(new Point3f(0, 4, 0.01f), new Point3f(), Scenes.plain(0));
    Scenes.add(
        scene,
        "floor",
        Role.GROUND,
        Shapes.plane(20, 20, 1),
        unlit(Scenes.checker(2, 64), new Mapping(false, 0.5f, 0.5f, 0, 0.1f, 0.1f)),
        Placements.at(0, 0, 0));
    float[] color = Scenes.render(scene, 64, 1, 1).color();
    int light = 0;
    int dark = 0;
    for (int i = 0; i < 64 * 64; i++) {
      light += Math.abs(color[i] - Srgb.linear(220)) < 0.01 ? 1 : 0;
      dark += Math.abs(color[i] - Srgb.linear(90)) < 0.01 ? 1 : 0;
    }
    assertTrue(light + dark > 0.85 * 64 * 64, light + " and " + dark);
    assertEquals(light, dark, 0.25 * 64 * 64);
  }
}
