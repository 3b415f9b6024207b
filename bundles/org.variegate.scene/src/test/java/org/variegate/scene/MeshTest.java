package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;

class MeshTest {
  private static final float[] POSITIONS = {0, 0, 0, 1, 0, 0, 0, 1, 0};
  private static final float[] NORMALS = {0, 0, 1, 0, 0, 1, 0, 0, 1};
  private static final int[] TRIANGLES = {0, 1, 2, 2, 1, 0};

  private static Mesh.Builder of(float[] positions, float[] normals, int... triangles) {
    return Mesh.of(positions, normals, triangles);
  }

  private static Mesh.Builder mesh() {
    return of(POSITIONS, NORMALS, TRIANGLES);
  }

  private static void refuses(String message, Mesh.Builder builder) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, builder::build).getMessage());
  }

  @Test
  void hasOneRangeUnlessToldOthers() {
    assertEquals(List.of(new Mesh.Range(0, 0, 2)), mesh().build().ranges());
  }

  @Test
  void boundsAreOfThePlacementAskedFor() {
    Mesh mesh = mesh().build();
    Matrix4f placement = new Matrix4f();
    placement.setIdentity();
    Bounds own = mesh.bounds(placement);
    assertEquals(new Bounds(new Point3f(0, 0, 0), new Point3f(1, 1, 0)), own);
    assertSame(own, mesh.bounds(placement));
    placement.m23 = 2;
    assertEquals(new Bounds(new Point3f(0, 0, 2), new Point3f(1, 1, 2)), mesh.bounds(placement));
  }

  @Test
  void refusesArraysThatDoNotFit() {
    refuses("positions: needs 3 values each, got 4", of(new float[4], new float[3], 0, 0, 0));
    refuses("triangles: needs 3 values each, got 2", of(POSITIONS, NORMALS, 0, 1));
    refuses("triangles: needs vertices from 0 to 2, got 3", of(POSITIONS, NORMALS, 0, 1, 3));
    refuses("normals: needs some, got none", of(POSITIONS, null, TRIANGLES));
    refuses("normals: needs 9 values, got 3", of(POSITIONS, new float[3], TRIANGLES));
    refuses("uvs: needs 6 values, got 9", mesh().uvs(POSITIONS));
    refuses("joints: needs 12 values, got 3", mesh().skin(new short[3], new float[12]));
    refuses("weights: needs 12 values, got 3", mesh().skin(new short[12], new float[3]));
    refuses("skin: needs joints and weights", mesh().skin(null, new float[12]));
    refuses("skin: needs joints and weights", mesh().skin(new short[12], null));
  }

  @Test
  void refusesWhatIsNotFinite() {
    float[] broken = {0, 0, 0, 1, Float.NaN, 0, 0, 1, 0};
    refuses("positions: needs finite values, got NaN at 4", of(broken, NORMALS, TRIANGLES));
    refuses("colors: needs finite values, got NaN at 4", mesh().colors(broken));
  }

  @Test
  void refusesRangesThatDoNotCoverAllInOrder() {
    Mesh.Range first = new Mesh.Range(0, 0, 1);
    refuses("ranges: needs 2 triangles in all, got 1", mesh().ranges(List.of(first)));
    refuses(
        "ranges: needs triangle 1 next, got Range[slot=1, from=0, count=2]",
        mesh().ranges(List.of(first, new Mesh.Range(1, 0, 2))));
    refuses(
        "ranges: needs triangle 3 next, got Range[slot=1, from=3, count=-1]",
        mesh().ranges(List.of(new Mesh.Range(0, 0, 3), new Mesh.Range(1, 3, -1))));
  }
}
