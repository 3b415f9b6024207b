package org.variegate.species.car;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.variegate.scene.Mesh;

class PatchTest {
  private static final double[] TRIANGLE = {0.21, 0.13, 0.83, 0.31, 0.47, 0.77};

  private static Patch square() {
    return square(10);
  }

  /** The unit square in x and y as n x n cells. */
  private static Patch square(int n) {
    Skin skin = new Skin();
    Patch patch = new Patch(skin);
    for (int j = 0; j <= n; j++) {
      for (int i = 0; i <= n; i++) {
        skin.add((double) i / n, (double) j / n, 0, 0, 0, 1, 0, 0, 0);
      }
    }
    for (int k = 0; k < (n + 1) * n; k++) {
      if (k % (n + 1) < n) {
        patch.add(k, k + 1, k + n + 2);
        patch.add(k, k + n + 2, k + n + 1);
      }
    }
    return patch;
  }

  /** Cuts along edges, through corners and both: no triangle of them is a line. */
  @Test
  void cutsThroughCornersLeaveNoLines() {
    double[][] polygons = {
      {0.25, 0.25, 0.75, 0.25, 0.75, 0.5, 0.25, 0.5},
      {0.5, 0, 1, 0.5, 0.5, 1, 0, 0.5},
      {0, 0, 0.75, 0.25, 0.25, 0.75},
    };
    for (double[] polygon : polygons) {
      Patch rest = square(8);
      Patch inside = rest.cut(0, 1, polygon);
      assertEquals(1, area(inside) + area(rest), 1e-6);
      for (Patch patch : new Patch[] {inside, rest}) {
        assertTrue(smallest(patch) > 1e-4, "" + smallest(patch));
      }
    }
  }

  private static double smallest(Patch patch) {
    Mesh mesh = patch.mesh(0, 0, 1);
    double least = 1;
    for (int t = 0; t < mesh.triangles().length; t += 3) {
      int a = 3 * mesh.triangles()[t];
      int b = 3 * mesh.triangles()[t + 1];
      int c = 3 * mesh.triangles()[t + 2];
      float[] p = mesh.positions();
      double twice = (p[b] - p[a]) * (p[c + 1] - p[a + 1]) - (p[b + 1] - p[a + 1]) * (p[c] - p[a]);
      least = Math.min(least, twice / 2);
    }
    return least;
  }

  private static double area(Patch patch) {
    if (patch.isEmpty()) {
      return 0;
    }
    Mesh mesh = patch.mesh(0, 0, 1);
    double sum = 0;
    for (int t = 0; t < mesh.triangles().length; t += 3) {
      double[] x = new double[3];
      double[] y = new double[3];
      for (int k = 0; k < 3; k++) {
        x[k] = mesh.positions()[3 * mesh.triangles()[t + k]];
        y[k] = mesh.positions()[3 * mesh.triangles()[t + k] + 1];
      }
      double twice = (x[1] - x[0]) * (y[2] - y[0]) - (y[1] - y[0]) * (x[2] - x[0]);
      assertTrue(twice >= -1e-7, "turned round");
      sum += twice / 2;
    }
    return sum;
  }

  @Test
  void cutsExactlyThePolygon() {
    Patch rest = square();
    Patch inside = rest.cut(0, 1, TRIANGLE);
    double wanted = (0.62 * 0.64 - 0.18 * 0.26) / 2;
    assertEquals(wanted, area(inside), 1e-6);
    assertEquals(1 - wanted, area(rest), 1e-6);
  }

  @Test
  void leavesWhatThePolygonDoesNotTouchWhole() {
    Patch rest = square();
    rest.cut(0, 1, Outline.rectangle(0.52, 0.58, 0.52, 0.58));
    int triangles = rest.mesh(0, 0, 1).triangles().length / 3;
    assertTrue(triangles < 200 + 20, "cut " + triangles);
  }

  @Test
  void cutsNothingOutside() {
    Patch rest = square();
    assertTrue(rest.cut(0, 1, Outline.circle(3, 3, 1, 8)).isEmpty());
    assertEquals(1, area(rest), 1e-6);
  }

  @Test
  void partsAtALimit() {
    Patch rest = square();
    Patch above = rest.above(1, 0.33);
    assertEquals(0.67, area(above), 1e-6);
    assertEquals(0.33, area(rest), 1e-6);
    assertEquals(1, area(above.with(rest)), 1e-6);
  }

  @Test
  void outlinesGrow() {
    double[] grown = Outline.grown(Outline.rectangle(0, 2, 0, 1), 0.1);
    assertArrayEquals(Outline.rectangle(-0.1, 2.1, -0.1, 1.1), grown, 1e-12);
    double[] line = Outline.line(0, 0, 1, 0, 0.2);
    assertArrayEquals(new double[] {0, -0.1, 1, -0.1, 1, 0.1, 0, 0.1}, line, 1e-12);
  }

  @Test
  void curvesPassTheirKnotsAndKeepTheirEnds() {
    Curve curve = new Curve(0, 1, 1, 3, 3, 2);
    assertEquals(1, curve.at(-5));
    assertEquals(3, curve.at(1), 1e-12);
    assertEquals(2, curve.at(9));
    assertEquals(2.5, new Curve(0, 1, 1, 2, 2, 3).at(1.5), 1e-12);
    assertEquals(
        "knots: need ascending x, got 1.0",
        assertThrows(IllegalArgumentException.class, () -> new Curve(1, 0, 1, 1)).getMessage());
  }
}
