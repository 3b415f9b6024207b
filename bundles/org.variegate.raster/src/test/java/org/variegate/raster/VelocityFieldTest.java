package org.variegate.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;

class VelocityFieldTest {
  private static final Grid VIEW = Grid.centred(60, 60, 60, 2);

  /** A field made of a function of place, in mm per unit of time. */
  private interface Velocity {
    double of(double[] place, int component);
  }

  private static VelocityField field(Grid nodes, Velocity velocity) {
    float[] v = new float[3 * nodes.size()];
    for (int n = 0; n < nodes.size(); n++) {
      double[] p = {n % nodes.nx(), n / nodes.nx() % nodes.ny(), n / nodes.nx() / nodes.ny()};
      nodes.toWorld().apply(p, 1);
      for (int c = 0; c < 3; c++) {
        v[3 * n + c] = (float) velocity.of(p, c);
      }
    }
    return new VelocityField(nodes, v);
  }

  private static VelocityField random(double deviation) {
    return VelocityField.gaussian(ControlGrid.over(VIEW, 25), deviation, Fixtures.noise("v"));
  }

  /** Points of a lattice over the field of view. */
  private static double[] points(double spacing) {
    int n = (int) (120 / spacing);
    double[] points = new double[3 * n * n * n];
    for (int i = 0, p = 0; i < n * n * n; i++) {
      points[p++] = (i % n + .37) * spacing - 60;
      points[p++] = (i / n % n + .37) * spacing - 60;
      points[p++] = (i / n / n + .37) * spacing - 60;
    }
    return points;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(3 * sum / a.length);
  }

  @Test
  void flowOfConstantVelocityIsTranslation() {
    double[] shift = {1.5, -2.25, .75};
    VelocityField field = field(ControlGrid.over(VIEW, 25), (p, c) -> shift[c]);
    double[] points = {0, 0, 0, 55, -58, 200};
    field.apply(points, 2);
    assertArrayEquals(new double[] {1.5, -2.25, .75, 56.5, -60.25, 200.75}, points, 1e-12);
  }

  @Test
  void flowOfLinearVelocityIsTheMatrixExponential() {
    // v = (a x - w y, w x + a y, b z): growth by e^a, turn by w, growth along z by e^b
    double a = -.1;
    double w = .3;
    double b = .2;
    VelocityField field =
        field(
            ControlGrid.over(VIEW, 25),
            (p, c) -> c == 0 ? a * p[0] - w * p[1] : c == 1 ? w * p[0] + a * p[1] : b * p[2]);
    double[] points = {20, -10, 15};
    field.in(16).apply(points, 1);
    double grow = StrictMath.exp(a);
    double cos = StrictMath.cos(w);
    double sin = StrictMath.sin(w);
    double[] expected = {
      grow * (20 * cos + 10 * sin), grow * (20 * sin - 10 * cos), 15 * StrictMath.exp(b)
    };
    assertArrayEquals(expected, points, 1e-5);
    double[] own = {20, -10, 15};
    field.apply(own, 1);
    assertArrayEquals(expected, own, .025);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.5, 2, 4, 8})
  void integrationIsAsPreciseAsClaimed(double deviation) {
    double[] own = points(5);
    double[] exact = own.clone();
    random(deviation).apply(own, own.length / 3);
    random(deviation).in(100).apply(exact, exact.length / 3);
    assertTrue(distance(own, exact) < .001 * 25, "rms error in mm " + distance(own, exact));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.5, 2, 4})
  void linearInterpolationIsAsPreciseAsClaimed(double deviation) {
    VelocityField field = random(deviation);
    double h = field.linearWithin();
    double[] middles = points(6);
    double[] interpolated = new double[middles.length];
    for (int corner = 0; corner < 8; corner++) {
      double[] moved = middles.clone();
      for (int i = 0; i < moved.length; i++) {
        moved[i] += (corner >> i % 3 & 1) == 0 ? -h / 2 : h / 2;
      }
      field.apply(moved, moved.length / 3);
      for (int i = 0; i < moved.length; i++) {
        interpolated[i] += moved[i] / 8;
      }
    }
    field.apply(middles, middles.length / 3);
    // in the middle of a cell the error is largest: about twice the root mean square over the cell
    assertTrue(distance(middles, interpolated) < .01 * 25, "" + distance(middles, interpolated));
  }

  @Test
  void inverseUndoes() {
    double[] points = points(10);
    double[] moved = points.clone();
    VelocityField field = random(4);
    field.apply(moved, moved.length / 3);
    assertTrue(distance(points, moved) > 2, "it moves");
    field.inverse().apply(moved, moved.length / 3);
    assertTrue(distance(points, moved) < .05, "rms residual in mm " + distance(points, moved));
  }

  @Test
  void planesStayPlanes() {
    Grid plane = Grid.centred(60, 50, 1, 1);
    Grid nodes = ControlGrid.over(plane, 10);
    VelocityField field = VelocityField.gaussian(nodes, 2, Fixtures.noise("v"));
    double[] points = {3, 4, 0, -20, 11, 0};
    field.apply(points, 2);
    assertEquals(0, points[2]);
    assertEquals(0, points[5]);
    assertTrue(Math.abs(points[0] - 3) > .01 && Math.abs(points[1] - 4) > .01);
  }

  @Test
  void velocitiesFollowTheAxesOfTheNodes() {
    Grid turned = new Grid(9, 9, 9, Affine.of(0, -5, 0, 20, 5, 0, 0, -20, 0, 0, 5, -20));
    float[] v = new float[3 * turned.size()];
    for (int i = 0; i < v.length; i += 3) {
      v[i] = 2;
    }
    double[] point = {0, 0, 0};
    new VelocityField(turned, v).apply(point, 1);
    assertArrayEquals(new double[] {0, 2, 0}, point, 1e-12);
  }

  @Test
  void refusesWhatIsNoField() {
    Grid nodes = ControlGrid.over(VIEW, 25);
    float[] v = new float[3 * nodes.size()];
    assertThrows(IllegalArgumentException.class, () -> new VelocityField(nodes, new float[7]));
    v[5] = Float.NaN;
    assertThrows(IllegalArgumentException.class, () -> new VelocityField(nodes, v));
  }

  @Test
  void stillFieldMovesNothingAndIsLinearEverywhere() {
    VelocityField still = random(0);
    double[] points = {1, 2, 3};
    still.apply(points, 1);
    assertArrayEquals(new double[] {1, 2, 3}, points, 1e-12);
    assertEquals(Double.POSITIVE_INFINITY, still.linearWithin());
  }
}
