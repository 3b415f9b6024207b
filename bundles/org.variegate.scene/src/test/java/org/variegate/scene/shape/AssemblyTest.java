package org.variegate.scene.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3d;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Mesh;

class AssemblyTest {

  @Test
  void partsGoIntoTheRangeOfTheirSlot() {
    Mesh box = Shapes.box(1, 1, 1, 0);
    Mesh whole =
        new Assembly()
            .add(box, Placements.at(0, 0, 0), 3)
            .add(box, Placements.at(2, 0, 0), 1)
            .add(box, Placements.scaled(-1, 2, 1, 4, 0, 0), 3)
            .build();
    assertEquals(List.of(new Mesh.Range(1, 0, 12), new Mesh.Range(3, 12, 24)), whole.ranges());
    Solids.assertClosed("whole", whole);
    Solids.assertNormals("whole", whole);
    assertEquals(4, Solids.volume(whole), 1e-5);
  }

  @Test
  void partsFollowTheirJoints() {
    Mesh box = Shapes.box(1, 1, 1, 0);
    Mesh whole =
        new Assembly()
            .add(box, Placements.at(0, 0, 0), 0, 2)
            .add(box, Placements.at(0, 2, 0), 0, 1)
            .build();
    assertEquals(2, whole.joints()[4 * 23]);
    assertEquals(1, whole.joints()[4 * 24]);
    assertArrayEquals(new float[] {1, 0, 0, 0, 1}, java.util.Arrays.copyOf(whole.weights(), 5));
    Assembly mixed = new Assembly().add(box, 0);
    assertThrows(
        IllegalArgumentException.class, () -> mixed.add(box, Placements.at(0, 0, 0), 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Assembly().build());
  }

  @Test
  void rodsLieBetweenTheirEnds() {
    Point3f low = new Point3f(0, -0.5f, 0);
    Point3f high = new Point3f(0, 0.5f, 0);
    var rod = Placements.between(1, 2, 3, 4, -1, 5, 0.1);
    rod.transform(low);
    rod.transform(high);
    assertEquals(0, low.distance(new Point3f(1, 2, 3)), 1e-5);
    assertEquals(0, high.distance(new Point3f(4, -1, 5)), 1e-5);
    Mesh placed = new Assembly().add(Shapes.cylinder(1, 1, 16), rod, 0).build();
    assertEquals(8 * Math.sin(Math.PI / 8) * 0.01 * Math.sqrt(22), Solids.volume(placed), 1e-5);
  }

  @Test
  void turnsAreCounterClockwise() {
    Point3f p = new Point3f(0, 0, 1);
    Placements.turned(new Vector3d(0, 2, 0), Math.PI / 2, 1, 1, 1).transform(p);
    assertEquals(0, p.distance(new Point3f(2, 1, 1)), 1e-6);
  }

  @Test
  void pathsGoThroughTheirPoints() {
    double[] points = {0, 0, 1, 5, 4, 4, 9, 0};
    double[] path = Curves.through(points, 2, 4, false);
    assertEquals(2 * 13, path.length);
    for (int i = 0; i < 4; i++) {
      assertEquals(points[2 * i], path[8 * i]);
      assertEquals(points[2 * i + 1], path[8 * i + 1]);
    }
    double[] straight = Curves.through(new double[] {0, 2, 4}, 1, 2, false);
    assertArrayEquals(new double[] {0, 1, 2, 3, 4}, straight, 1e-12);
    double[] ring = Curves.through(points, 2, 3, true);
    assertEquals(2 * 13, ring.length);
    assertEquals(0, ring[24]);
  }
}
