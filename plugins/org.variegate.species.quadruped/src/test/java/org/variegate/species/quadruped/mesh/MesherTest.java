package org.variegate.species.quadruped.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.variegate.species.quadruped.field.Field;
import org.variegate.species.quadruped.field.Primitive;
import org.variegate.species.quadruped.field.Turn;
import org.variegate.species.quadruped.field.Vec;

class MesherTest {
  private static final Vec LOWER = new Vec(-1, -1, -1);

  private static Field ball(double radius) {
    Vec radii = new Vec(radius, radius, radius);
    return new Field(List.of(Primitive.ellipsoid(Vec.ZERO, radii, Turn.NONE, 0.05, 0, Vec.UP)));
  }

  private static Vec vertex(Surface s, int i) {
    float[] p = s.positions();
    return new Vec(p[3 * i], p[3 * i + 1], p[3 * i + 2]);
  }

  private static double[] areaAndVolume(Surface s) {
    double area = 0;
    double volume = 0;
    int[] t = s.triangles();
    for (int i = 0; i < t.length; i += 3) {
      Vec a = vertex(s, t[i]);
      Vec b = vertex(s, t[i + 1]);
      Vec c = vertex(s, t[i + 2]);
      area += b.minus(a).cross(c.minus(a)).length() / 2;
      volume += a.dot(b.cross(c)) / 6;
    }
    return new double[] {area, volume};
  }

  /** Of each directed edge there is one, and one the other way. */
  static void assertClosed(Surface s) {
    Map<Long, Integer> edges = new HashMap<>();
    int[] t = s.triangles();
    for (int i = 0; i < t.length; i += 3) {
      for (int k = 0; k < 3; k++) {
        long from = t[i + k];
        long to = t[i + (k + 1) % 3];
        edges.merge(
            Math.min(from, to) << 32 | Math.max(from, to), from < to ? 1 : -1, Integer::sum);
      }
    }
    assertTrue(edges.values().stream().allMatch(n -> n == 0), "open edges");
  }

  @Test
  void sphereHasItsAreaAndVolume() {
    Surface s = Mesher.surface(ball(0.7), LOWER, 2, (x, y, z, edge) -> edge > 0.05);
    double[] measured = areaAndVolume(s);
    assertEquals(4 * Math.PI * 0.49, measured[0], 0.01 * measured[0]);
    assertEquals(4 / 3.0 * Math.PI * 0.343, measured[1], 0.01 * measured[1]);
    assertClosed(s);
  }

  @Test
  void cellsOfDifferentSizesMeetWithoutGaps() {
    Surface s =
        Mesher.surface(
            ball(0.7), LOWER, 2, (x, y, z, edge) -> edge > (x > 0.1 ? 0.02 : y > 0 ? 0.04 : 0.13));
    assertClosed(s);
    double[] measured = areaAndVolume(s);
    assertEquals(4 / 3.0 * Math.PI * 0.343, measured[1], 0.01 * measured[1]);
  }

  @Test
  void verticesLieOnTheSurfaceAndNormalsPointOut() {
    Surface s = Mesher.surface(ball(0.7), LOWER, 2, (x, y, z, edge) -> edge > 0.07);
    for (int i = 0; i < s.vertices(); i++) {
      Vec p = vertex(s, i);
      assertEquals(0.7, p.length(), 1e-3);
      Vec n = new Vec(s.normals()[3 * i], s.normals()[3 * i + 1], s.normals()[3 * i + 2]);
      assertTrue(n.dot(p.unit()) > 0.999);
    }
  }

  @Test
  void aHollowOpensWhatItCuts() {
    Field field =
        new Field(
            List.of(
                Primitive.cone(new Vec(0, 0, -0.4), new Vec(0, 0, 0.4), 0.3, 0.2, 0.05, 0, Vec.UP),
                Primitive.hollow(
                    new Vec(0, 0, 0.6), new Vec(.1, .1, .1), Turn.pitch(0.3), 0.01, 0)));
    Surface s = Mesher.surface(field, LOWER, 2, (x, y, z, edge) -> edge > 0.03);
    assertClosed(s);
    double frustum = Math.PI * 0.8 * (0.09 + 0.06 + 0.04) / 3;
    double caps = 2 / 3.0 * Math.PI * (0.027 + 0.008);
    assertEquals(frustum + caps - overlap(0.2, 0.1, 0.2), areaAndVolume(s)[1], 0.001);
  }

  /** Volume common to two balls. */
  private static double overlap(double a, double b, double d) {
    double sum = a + b - d;
    return Math.PI * sum * sum * (d * d + 2 * d * (a + b) - 3 * (a - b) * (a - b)) / (12 * d);
  }
}
