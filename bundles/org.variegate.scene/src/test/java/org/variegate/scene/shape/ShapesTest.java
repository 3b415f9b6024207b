package org.variegate.scene.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Mesh;

class ShapesTest {

  private static Map<String, Mesh> solids() {
    Map<String, Mesh> solids = new LinkedHashMap<>();
    solids.put("box", Shapes.box(1, 2, 3, 0));
    solids.put("rounded box", Shapes.box(1, 2, 3, 0.2));
    solids.put("sphere", Shapes.sphere(1, 24));
    solids.put("cylinder", Shapes.cylinder(1, 2, 24));
    solids.put("cone", Shapes.cone(1, 2, 24));
    solids.put("frustum", Shapes.frustum(1, 0.5, 2, 12));
    solids.put("torus", Shapes.torus(2, 0.5, 32, 16));
    solids.put("superquadric", Shapes.superquadric(1, 2, 3, 0.6, 1.2, 24));
    solids.put("star", Shapes.star((x, y, z) -> 1 + 0.3 * x * y, 24));
    solids.put("tube", Sweeps.tube(new double[] {0, 0, 0, 0, 1, 0, 1, 1, 0}, new double[] {.1}, 8));
    solids.put("ring", Sweeps.tube(circle(20), new double[] {0.2}, 12));
    return solids;
  }

  /** A ring that rises and falls, so that its frames twist. */
  private static double[] circle(int n) {
    double[] path = new double[3 * (n + 1)];
    for (int i = 0; i <= n; i++) {
      double a = 2 * Math.PI * (i % n) / n;
      path[3 * i] = Math.cos(a);
      path[3 * i + 1] = 0.5 * Math.sin(2 * a);
      path[3 * i + 2] = Math.sin(a);
    }
    return path;
  }

  @Test
  void solidsAreClosedAndFaceOutwards() {
    solids().forEach(Solids::assertClosed);
    solids().forEach(Solids::assertNormals);
  }

  /** Of inscribed polygons: the cylinder's base has n/2 sin(2 pi/n) of its square radius. */
  @Test
  void volumesAreThoseOfGeometry() {
    double polygon = 12 * Math.sin(2 * Math.PI / 24);
    assertEquals(6, Solids.volume(Shapes.box(1, 2, 3, 0)), 1e-6);
    assertEquals(2 * polygon, Solids.volume(Shapes.cylinder(1, 2, 24)), 1e-5);
    assertEquals(2 * polygon / 3, Solids.volume(Shapes.cone(1, 2, 24)), 1e-5);
    assertEquals(4 * Math.PI / 3, Solids.volume(Shapes.sphere(1, 128)), 0.006);
    assertEquals(Math.PI * Math.PI, Solids.volume(Shapes.torus(2, 0.5, 128, 64)), 0.03);
    assertEquals(8 * Math.PI, Solids.volume(Shapes.superquadric(1, 2, 3, 1, 1, 128)), 0.04);
    double rod = 4 * Math.sin(2 * Math.PI / 8);
    double[] line = {0, 0, 0, 1, 1, 1, 2, 2, 2};
    assertEquals(
        rod * 0.01 * Math.sqrt(12), Solids.volume(Sweeps.tube(line, new double[] {0.1}, 8)), 1e-5);
  }

  @Test
  void sharpEdgesStaySharpAndRoundOnesRound() {
    float[] flat = Shapes.cylinder(1, 2, 8).normals();
    for (int i = 0; i < flat.length; i += 3) {
      assertEquals(1, Math.max(Math.abs(flat[i + 1]), 1 - Math.abs(flat[i + 1])), 1e-5);
    }
    Mesh ball = Shapes.sphere(2, 64);
    for (int i = 0; i < ball.normals().length; i++) {
      assertEquals(ball.positions()[i] / 2, ball.normals()[i], 0.02);
    }
  }

  @Test
  void planeMeasuresItsTextureInMetres() {
    Mesh plane = Shapes.plane(4, 2, 1);
    assertArrayEquals(new float[] {-2, 1, 2, 1, -2, -1, 2, -1}, plane.uvs());
    Solids.assertNormals("plane", plane);
    assertEquals(1, plane.normals()[1]);
  }

  @Test
  void whatCannotBeIsRefused() {
    refused("bevel: needs 0 to half the shortest side 0.5", () -> Shapes.box(1, 2, 3, 0.6));
    refused("segments: needs at least 3, got 2", () -> Shapes.sphere(1, 2));
    refused("path: needs at least 2, got 1", () -> Sweeps.tube(new double[3], new double[1], 8));
    refused(
        "path: needs neighbours that differ",
        () -> Sweeps.tube(new double[] {0, 0, 0, 0, 0, 0}, new double[1], 8));
    refused(
        "radii: needs 1 or 2 values",
        () -> Sweeps.tube(new double[] {0, 0, 0, 1, 0, 0}, new double[3], 8));
  }

  private static void refused(String words, org.junit.jupiter.api.function.Executable make) {
    String message = assertThrows(IllegalArgumentException.class, make).getMessage();
    assertEquals(words, message.substring(0, Math.min(words.length(), message.length())));
  }
}
